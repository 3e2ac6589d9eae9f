using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Bodies;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Bodies;

public sealed class MandateTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Page = "/fr/desk/bodies/mandates";

    [Theory]
    [InlineData("34022", "LEIEDAL")]
    [InlineData("", "")]
    public async Task A_mandate_is_in_a_commune_or_at_a_partner(string commune, string partner)
    {
        var answer = await Add(await platform.As("coordinator"), ("commune", commune), ("partner", partner));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Choisissez soit une commune, soit un partenaire.", Words(answer.ErrorAt("commune")));
        Assert.Equal("échevine", answer.Html.QuerySelector("#function-fr")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_last_day_before_the_first_is_refused() =>
        Assert.Equal("Le dernier jour précède le premier.", Words((await Add(await platform.As("coordinator"), ("commune", "34022"), ("from", "2021-02-01"), ("until", "2021-01-01"))).ErrorAt("until")));

    [Fact]
    public async Task A_mandate_needs_its_last_day()
    {
        var coordinator = await platform.As("coordinator");
        var before = await platform.Db(db => db.Set<LocalMandate>().CountAsync());
        var answer = await Add(coordinator, ("commune", "34022"), ("until", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Indiquez le dernier jour du mandat.", Words(answer.ErrorAt("until")));
        Assert.Equal("échevine", answer.Html.QuerySelector("#function-fr")!.GetAttribute("value"));
        Assert.NotNull((await Add(coordinator, ("commune", "34022"), ("until", "un jour"))).ErrorAt("until"));
        Assert.Equal(before, await platform.Db(db => db.Set<LocalMandate>().CountAsync()));
    }

    [Theory]
    [InlineData("function.fr", "   ")]
    [InlineData("function.fr", "")]
    [InlineData("from", "tomorrow")]
    [InlineData("person", "nobody")]
    [InlineData("commune", "99999")]
    public async Task What_is_missing_or_wrong_is_said_at_its_field(string field, string value)
    {
        var answer = await Add(await platform.As("coordinator"), field == "commune" ? [(field, value)] : [("commune", "34022"), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
    }

    [Fact]
    public async Task A_function_as_long_as_a_book_or_full_of_script_does_no_harm()
    {
        var coordinator = await platform.As("coordinator");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(coordinator, ("commune", "34022"), ("function.fr", new string('x', 2_000_000)))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Add(coordinator, ("commune", "34022"), ("function.fr", "<script>alert(1)</script> 🚲 \u202Eabc"))).Status);
        var page = await coordinator.Get(Page + "?q=moerkercke");
        Assert.Contains("<script>alert(1)</script> 🚲 abc", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_the_form_twice_has_one_effect()
    {
        var coordinator = await platform.As("coordinator");
        var once = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Add(coordinator, ("commune", "34022"), ("once", once.ToString()))).Status);
        }

        Assert.Equal(1, await platform.Db(db => db.Set<LocalMandate>().CountAsync(m => m.Id == once)));
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == once)));
    }

    [Fact]
    public async Task The_end_of_a_mandate_is_told_once_after_its_last_day()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.SeeOther, (await Add(await platform.As("coordinator"), ("commune", "34022"), ("from", "2020-01-01"), ("until", "2021-02-10"), ("once", id.ToString()))).Status);
        Task<int> Told() => platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == "mandate.ended"));

        await platform.MoveTo(platform.Clock.At(new(2021, 2, 10), new(23, 0)));
        Assert.Equal(0, await Told());
        await platform.MoveTo(platform.Clock.At(new(2021, 2, 11), new(0, 6)));
        Assert.Equal(1, await Told());
        await platform.MoveTo(platform.Clock.At(new(2021, 2, 14), new(9, 0)));
        Assert.Equal(1, await Told());
        Assert.NotNull(await platform.Db(db => db.Events.Where(e => e.SubjectId == id && e.Name == "mandate.ended").Select(e => e.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task Other_capabilities_see_the_mandates_of_a_set_of_people()
    {
        var person = await platform.Db(db => db.Set<LocalMandate>().Where(m => m.Partner == "FR-NORD").Select(m => m.Person).FirstAsync());
        var found = await platform.Scope(s => s.GetRequiredService<Mandates>().Of([person, Guid.NewGuid()]));
        var mandate = Assert.Single(found).First();
        Assert.Equal(("FR-NORD", "conseiller départemental", "departementsraadslid"), (mandate.Partner, mandate.Function.In("fr")!.Value, mandate.Function.In("nl")!.Value));
        using var french = Language.In("fr");
        await Assert.ThrowsAsync<RuleBroken>(() => platform.Scope(async s =>
        {
            await s.GetRequiredService<Mandates>().Declare(person, LocalizedText.Of("fr", ("fr", "maire")), null, null, new(2021, 1, 1), new(2024, 12, 31), Act.BySystem(platform.Clock.Now));
            return true;
        }));
        Assert.Equal(6, (await platform.Scope(s => s.GetRequiredService<BodyList>().All())).Count);
    }

    private static async Task<Answer> Add(Guest guest, params (string Name, string? Value)[] fields)
    {
        var page = await guest.Get(Page + "?q=moerkercke");
        var person = page.Html.QuerySelector("input[name=person]")!.GetAttribute("value");
        (string, string?)[] usual = [("person", person), ("function.fr", "échevine"), ("function.source", "fr"), ("function.desk", "true"), ("from", "2020-01-01"), ("until", "2024-12-31")];
        return await guest.Submit(page, "form[action$='/desk/bodies/mandates']", [.. usual.Where(u => fields.All(f => f.Name != u.Item1)), .. fields]);
    }

    private static string? Words(string? error) => error?.Split(" : ")[^1].Split("\u00a0: ")[^1].Trim();
}
