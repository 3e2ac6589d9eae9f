using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class IdeaPersonalDataTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Ideas_and_supports_are_in_the_download_and_stay_without_a_name_when_the_account_is_erased()
    {
        var person = await platform.As("juror2");
        var (name, slug) = ("Stéphane Wibautin", await person.Propose("Une idée qui reste"));
        var gone = await person.Propose("Une idée retirée", need: "Mots très particuliers");
        await person.Fill($"/fr/ideas/{gone}/withdraw");
        await person.Post("/fr/ideas/cafe-des-langues/support");
        Assert.Contains(name, (await platform.Visitor().Get($"/fr/ideas/{slug}")).Main, StringComparison.Ordinal);
        var supports = await platform.Supports("cafe-des-langues");
        var data = JsonDocument.Parse((await person.Get("/fr/me/data/download")).Text).RootElement.GetProperty("ideas").ToString();
        Assert.All(new[] { "Une idée qui reste", "Mots très particuliers", "cafe-des-langues" }, words => Assert.Contains(words, data, StringComparison.Ordinal));
        Assert.Contains("Vos propositions restent", (await person.Get("/fr/me/erase")).Main, StringComparison.Ordinal);

        Assert.Equal(303, (int)(await person.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"))).Status);
        await platform.Deliver();
        var page = (await platform.Visitor().Get($"/fr/ideas/{slug}")).Main;
        Assert.DoesNotContain("Wibautin", page, StringComparison.Ordinal);
        Assert.Contains("Une idée qui reste", page, StringComparison.Ordinal);
        Assert.Equal(supports, await platform.Supports("cafe-des-langues"));
        Assert.Equal(1, await platform.Db(db => db.Set<IdeaSupport>().CountAsync(s => s.PersonId == null)));
        Assert.DoesNotContain("particuliers", (await platform.Idea(gone)).Need.SourceValue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_on_privacy_says_what_is_kept_of_ideas_and_what_becomes_of_supports()
    {
        var page = (await platform.Visitor().Get("/fr/privacy")).Main;
        Assert.Contains("Vos propositions et vos soutiens", page, StringComparison.Ordinal);
        Assert.Contains("vos soutiens comptent encore sans lien avec vous", page, StringComparison.Ordinal);
        Assert.Contains("telt uw steun nog mee", (await platform.Visitor().Get("/nl/privacy")).Main, StringComparison.Ordinal);
    }
}
