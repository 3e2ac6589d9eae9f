using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts;
using Passerelle.Accounts.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class RoleTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private Task<Guid> IdOf(string email) => platform.Db(db => db.Set<Person>().Where(p => p.Email == email).Select(p => p.Id).SingleAsync());

    private string Day(int days = 0) => platform.Clock.Today.AddDays(days).ToString("o");

    [Fact]
    public async Task An_administrator_gives_a_role_that_works_at_once_and_ends_it()
    {
        var administrator = await platform.As("administrator");
        var (person, email) = await platform.Registered();
        var id = await IdOf(email);
        Assert.Equal(403, (int)(await person.Get("/fr/people")).Status);

        var given = await administrator.Post($"/fr/people/{id}/roles", ("role", "Director"), ("from", Day()), ("until", ""));
        Assert.Equal($"/fr/people/{id}", given.Location);
        Assert.Equal(200, (int)(await person.Get("/fr/people")).Status);
        var page = await administrator.Follow(given);
        Assert.Contains("a donné à Lise Vandenbroucke le rôle", page.Main, StringComparison.Ordinal);
        Assert.Contains(id, (await platform.Scope(s => s.GetRequiredService<People>().WithRole(Role.Director))).Select(c => c.Id));

        var end = page.Html.QuerySelector("form[action$='/end']")!.GetAttribute("action")!;
        await administrator.Post(end);
        Assert.Equal(403, (int)(await person.Get("/fr/people")).Status);
        Assert.Equal(422, (int)(await administrator.Post(end)).Status);
        Assert.Contains("Mon compte", (await person.Get("/fr/me/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_begins_and_ends_with_its_days()
    {
        var administrator = await platform.As("administrator");
        var (_, email) = await platform.Registered();
        var id = await IdOf(email);
        await administrator.Post($"/fr/people/{id}/roles", ("role", "Translator"), ("from", Day(1)), ("until", Day(2)));
        async Task<bool> Holds() => (await platform.Scope(s => s.GetRequiredService<People>().WithRole(Role.Translator))).Any(c => c.Id == id);
        var start = platform.Clock.Now;
        Assert.False(await Holds());
        foreach (var (days, holds) in new[] { (1, true), (2, true), (3, false) })
        {
            await platform.MoveTo(start.AddDays(days));
            Assert.Equal(holds, await Holds());
        }

        await platform.MoveTo(start);
    }

    [Theory]
    [InlineData("Emperor", 0, null, "role")]
    [InlineData("", 0, null, "role")]
    [InlineData("Juror", 5, 1, "until")]
    [InlineData("Coordinator", 0, null, "role")]
    public async Task A_role_that_cannot_be_given_is_refused_at_its_field(string role, int from, int? until, string field)
    {
        var administrator = await platform.As("administrator");
        var id = await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == "coordinator").Select(p => p.Id).SingleAsync());
        var answer = await administrator.Post($"/nl/people/{id}/roles", ("role", role), ("from", Day(from)), ("until", until is { } u ? Day(u) : ""));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
    }

    [Fact]
    public async Task The_director_gives_the_agencys_roles_without_seeing_addresses_and_makes_no_administrator()
    {
        var director = await platform.As("director");
        var (_, email) = await platform.Registered();
        var id = await IdOf(email);
        Assert.DoesNotContain(email, (await director.Get($"/fr/people/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", (await director.Get("/fr/people")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await director.Post($"/fr/people/{id}/roles", ("role", "Moderator"), ("from", Day()))).Status);
        foreach (var high in new[] { "Administrator", "Director" })
        {
            Assert.Equal(422, (int)(await director.Post($"/fr/people/{id}/roles", ("role", high), ("from", Day()))).Status);
        }

        Assert.Equal(403, (int)(await director.Post($"/fr/people/{id}/sign-out")).Status);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var administrator = await platform.As("administrator");
        var grant = await platform.Db(db => db.Set<RoleGrant>().SingleAsync(g => g.Role == Role.Administrator));
        var answer = await administrator.Post($"/fr/people/{grant.PersonId}/roles/{grant.Id}/end");
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("dernier administrateur", answer.Main, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await administrator.Get("/fr/people")).Status);
    }

    [Theory]
    [InlineData("/people", "administrator director")]
    [InlineData("/desk/charter", "administrator director")]
    [InlineData("/desk/deliveries", "administrator")]
    public async Task Each_page_of_the_administration_is_for_its_roles(string path, string roles)
    {
        foreach (var key in DemoKeys.All)
        {
            var expected = roles.Split(' ').Contains(key) ? 200 : 403;
            Assert.Equal((key, expected), (key, (int)(await (await platform.As(key)).Get("/fr" + path)).Status));
        }

        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get("/fr" + path)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_found_without_accents_and_by_role()
    {
        var administrator = await platform.As("administrator");
        Assert.Contains("Hélène Warlopin", (await administrator.Get("/fr/people?q=helene+WARLOPIN")).Main, StringComparison.Ordinal);
        var jurors = await administrator.Get("/nl/people?role=Juror");
        Assert.Contains("2 personen", jurors.Main, StringComparison.Ordinal);
        Assert.Contains("Niemand gevonden", (await administrator.Get("/nl/people?q=zzzz")).Main, StringComparison.Ordinal);
        Assert.Contains("Niemand gevonden", (await administrator.Get("/nl/people?q=100%25_")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_an_address_finds_nobody_but_for_who_may_read_addresses()
    {
        var (_, email) = await platform.Registered();
        var (part, whole) = (Uri.EscapeDataString(email[..20]), Uri.EscapeDataString(email.ToUpperInvariant()));
        var (administrator, director) = (await platform.As("administrator"), await platform.As("director"));
        Assert.Contains("Lise Vandenbroucke", (await administrator.Get("/fr/people?q=" + part)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Lise Vandenbroucke", (await director.Get("/fr/people?q=" + part)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Lise Vandenbroucke", (await director.Get("/fr/people?q=%40people.example")).Main, StringComparison.Ordinal);
        var known = await director.Get("/fr/people?q=" + whole);
        Assert.Contains("Lise Vandenbroucke", known.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(email, known.Html.QuerySelector("table")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }
}
