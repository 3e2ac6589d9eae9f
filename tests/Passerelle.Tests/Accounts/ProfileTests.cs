using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class ProfileTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static async Task<Answer> Save(Guest guest, params (string, string?)[] fields) => await guest.Fill("/nl/me", fields);

    [Fact]
    public async Task A_profile_is_saved_and_a_pseudonym_stands_in_for_the_name()
    {
        var (guest, _) = await platform.Registered("nl");
        var saved = await Save(guest, ("pseudonym", "Fietser 59"), ("commune", "34022"), ("organisation", "Fietsersbond <Kortrijk>"));
        Assert.Equal("/nl/me", saved.Location);
        var page = await guest.Follow(saved);
        Assert.Contains("Fietser 59", page.Html.QuerySelector(".account")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("flemish", page.Html.QuerySelector("input[name=side][checked]")!.GetAttribute("value"));
        Assert.Equal("Fietsersbond <Kortrijk>", page.Html.QuerySelector("#organisation")!.GetAttribute("value"));
        Assert.Contains("opgeslagen", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("given", "")]
    [InlineData("given", "   ")]
    [InlineData("given", "👩‍🔧 Lise")]
    [InlineData("family", "<b>Peeters</b>")]
    [InlineData("family", "x\" onmouseover=\"alert(1)")]
    [InlineData("pseudonym", "https://spam.example")]
    [InlineData("language", "xx")]
    [InlineData("side", "atlantis")]
    [InlineData("commune", "00000")]
    public async Task What_cannot_stand_is_refused_at_its_field_and_kept_in_the_form(string field, string typed)
    {
        var (guest, email) = await platform.Registered("nl");
        var answer = await Save(guest, (field, typed), ("organisation", "Typed meanwhile"));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
        Assert.Equal("Typed meanwhile", answer.Html.QuerySelector("#organisation")!.GetAttribute("value"));
        Assert.Equal("Lise Vandenbroucke", await platform.Db(db => db.Set<Person>().Where(p => p.Email == email).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync()));
    }

    [Theory]
    [InlineData("given", 100)]
    [InlineData("pseudonym", 2_000_000)]
    [InlineData("organisation", 500)]
    public async Task Over_long_words_are_refused(string field, int length)
    {
        var (guest, _) = await platform.Registered();
        var answer = await Save(guest, (field, new string('a', length)));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
    }

    [Fact]
    public async Task Names_of_every_script_are_names_but_hidden_controls_are_taken_out()
    {
        var (guest, email) = await platform.Registered();
        Assert.Equal(303, (int)(await Save(guest, ("given", "\u202Eعائشة"), ("family", "O’Brien-D'Hondt  van der Þór"))).Status);
        var person = await platform.Db(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Email == email));
        Assert.Equal(("عائشة", "O’Brien-D'Hondt van der Þór"), (person.GivenName, person.FamilyName));
    }

    [Fact]
    public async Task A_commune_on_another_side_than_the_one_chosen_is_refused_with_both_named()
    {
        var (guest, _) = await platform.Registered("nl");
        var answer = await Save(guest, ("side", "french"), ("commune", "34022"));
        Assert.Contains("Kortrijk", answer.ErrorAt("commune"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_that_save_the_same_profile_see_both_versions()
    {
        var (guest, _) = await platform.Registered("nl");
        var (first, second) = (await guest.Get("/nl/me"), await guest.Get("/nl/me"));
        Assert.Equal(303, (int)(await guest.Submit(first, null, ("organisation", "Eerste"))).Status);
        var lost = await guest.Submit(second, null, ("organisation", "Tweede"));
        Assert.Equal(409, (int)lost.Status);
        Assert.Equal("Tweede", lost.Html.QuerySelector("#organisation")!.GetAttribute("value"));
        Assert.Contains("Eerste", lost.Html.QuerySelector("#organisation-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await guest.Submit(lost, null)).Status);
    }

    [Fact]
    public async Task The_pages_of_an_account_ask_who_is_not_signed_in_to_sign_in()
    {
        foreach (var path in new[] { "/me", "/me/security", "/me/data", "/me/history" })
        {
            Assert.StartsWith("/fr/sign-in?return=" + Uri.EscapeDataString(path), (await platform.Visitor().Get("/fr" + path)).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_signed_in_request_takes_one_query_to_know_who_asks()
    {
        var (guest, _) = await platform.Registered();
        await guest.Get("/fr/me/data");
        Assert.Equal(1, (await guest.Count("/fr/me/data")).Queries);
    }
}
