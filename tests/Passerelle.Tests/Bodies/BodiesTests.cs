using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Bodies;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Bodies;

public sealed class BodiesTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_assembly_shows_its_seats_and_who_sits_on_them()
    {
        var page = await platform.Visitor().Get("/fr/bodies/assembly");
        Assert.Equal("84", page.Html.QuerySelector("dl.stats dd")!.TextContent);
        Assert.Equal(84, page.Html.QuerySelectorAll("section table tbody tr").Length);
        Assert.Contains("Lestavelle", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/bodies/bureau", "Cette instance compte 32 sièges")]
    [InlineData("/nl/bodies/agency", "Het aantal zetels van dit orgaan is niet bekend")]
    public async Task What_is_not_known_of_a_bodys_seats_is_said(string path, string words) =>
        Assert.Contains(words, (await platform.Visitor().Get(path)).Main.Replace('\u00a0', ' '), StringComparison.Ordinal);

    [Fact]
    public async Task A_partner_names_those_who_sit_for_it() =>
        Assert.Contains("Deroubeau", (await platform.Visitor().Get("/nl/territory/partners/MEL")).Html.QuerySelector("section:has(#seats-heading)")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Nobody_takes_a_seat_that_somebody_holds()
    {
        var coordinator = await platform.As("coordinator");
        var (page, person) = await Choose(coordinator, "/fr/desk/bodies/seats/presidency-1", "maertenau");
        var answer = await coordinator.Submit(page, "form[action$=take]", ("person", person), ("from", "2021-02-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Quelqu’un occupe déjà ce siège depuis le 10 juillet 2020", answer.ErrorAt("from"), StringComparison.Ordinal);
        Assert.Equal("2021-02-01", answer.Html.QuerySelector("#from")!.GetAttribute("value"));
        Assert.Equal(1, await Sittings("presidency-1"));
    }

    [Fact]
    public async Task A_seat_passes_on_once_its_holder_has_a_last_day()
    {
        var director = await platform.As("director");
        var seat = "/fr/desk/bodies/seats/presidency-4";
        var left = await director.Submit(await director.Get(seat), "form[action$=leave]", ("until", "2021-01-31"));
        Assert.Equal(HttpStatusCode.SeeOther, left.Status);
        var (page, person) = await Choose(director, seat, "moerkercke");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(page, "form[action$=take]", ("person", person), ("from", "2021-02-01"), ("partner", "LEIEDAL"), ("function.nl", "Voorzitter"), ("function.source", "nl"), ("function.desk", "true"))).Status);
        Assert.Equal(2, await Sittings("presidency-4"));
        Assert.Contains("jusqu’au 31 jan", (await platform.Visitor().Get("/fr/bodies/presidency")).Main, StringComparison.Ordinal);
        Assert.Equal(2, await platform.Db(db => db.Events.CountAsync(e => e.Kind == "seat" && e.IsPublic && e.ActorId != null && e.SubjectId == db.Set<Seat>().First(s => s.Code == "presidency-4").Id)));
        Assert.Contains("Windelsen", (await platform.Visitor().Get("/fr/bodies/presidency")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_fill_a_seat_at_once_one_is_told_of_the_other()
    {
        var guests = new[] { await platform.As("coordinator"), await platform.As("coordinator2") };
        var seat = await platform.Db(db => db.Set<Seat>().Where(s => !s.Sittings.Any()).OrderBy(s => s.Order).Select(s => s.Code).FirstAsync());
        var chosen = new List<(Answer Page, string Person)>();
        foreach (var guest in guests)
        {
            chosen.Add(await Choose(guest, "/nl/desk/bodies/seats/" + seat, "windel"));
        }

        var answers = await Task.WhenAll(guests.Select((g, i) => g.Submit(chosen[i].Page, "form[action$=take]", ("person", chosen[i].Person), ("from", "2021-02-01"))));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await Sittings(seat));
    }

    [Fact]
    public async Task The_rule_holds_under_a_race_in_the_database_itself()
    {
        var code = await platform.Db(db => db.Set<Seat>().Where(s => !s.Sittings.Any()).OrderByDescending(s => s.Order).Select(s => s.Code).FirstAsync());
        var people = await platform.Db(db => db.Set<LocalMandate>().Select(m => m.Person).Distinct().Take(2).ToListAsync());
        await using var one = platform.Services.CreateAsyncScope();
        await using var two = platform.Services.CreateAsyncScope();
        var (first, second) = (one.ServiceProvider.GetRequiredService<PlatformDb>(), two.ServiceProvider.GetRequiredService<PlatformDb>());
        foreach (var (db, person) in new[] { (first, people[0]), (second, people[1]) })
        {
            (await db.Set<Seat>().Include(s => s.Sittings).SingleAsync(s => s.Code == code)).Take(person, null, LocalizedText.Empty(), new(2021, 2, 1), null, Act.BySystem(platform.Clock.Now));
        }

        await first.SaveChangesAsync();
        await Assert.ThrowsAnyAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        Assert.Equal(1, await Sittings(code));
    }

    [Fact]
    public async Task A_new_mayor_shows_on_the_communes_page_and_a_second_one_is_refused()
    {
        var coordinator = await platform.As("coordinator");
        var reader = platform.Visitor();
        Assert.Contains("ne sait pas qui", (await reader.Get("/fr/territory/communes/34022")).Main, StringComparison.Ordinal);
        var (page, person) = await Choose(coordinator, "/fr/desk/bodies/offices/34022", "moerkercke");
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Submit(page, "form[action$=take]", ("person", person), ("from", "2020-01-01"))).Status);
        Assert.Contains("Moerkercke", (await reader.Get("/fr/territory/communes/34022")).Main, StringComparison.Ordinal);

        var (again, other) = await Choose(coordinator, "/fr/desk/bodies/offices/34022", "windelsen");
        var refused = await coordinator.Submit(again, "form[action$=take]", ("person", other), ("from", "2021-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Quelqu’un exerce déjà cette fonction", refused.ErrorAt("from"), StringComparison.Ordinal);
        var stale = await coordinator.Submit(again, "form[action$=take]", ("person", other), ("from", "2021-01-01"), ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        var mayors = await platform.Scope(s => s.GetRequiredService<Offices>().Mayors(["34022", "59350"], new(2021, 1, 27)));
        Assert.Equal(Guid.Parse(person), Assert.Single(mayors).Value);
    }

    [Theory]
    [InlineData("/fr/desk/bodies")]
    [InlineData("/fr/desk/bodies/seats/presidency-1")]
    [InlineData("/fr/desk/bodies/offices/34022")]
    [InlineData("/fr/desk/bodies/mandates")]
    public async Task Only_coordinators_the_director_and_administrators_see_the_workspace_pages(string path)
    {
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get(path)).Location, StringComparison.Ordinal);
        foreach (var (person, status) in new[] { ("citizen", 403), ("translator", 403), ("partner", 403), ("coordinator", 200), ("director", 200), ("administrator", 200) })
        {
            Assert.Equal(status, (int)(await (await platform.As(person)).Get(path)).Status);
        }
    }

    [Theory]
    [InlineData("/fr/desk/bodies/seats/presidency-1/take")]
    [InlineData("/fr/desk/bodies/seats/presidency-1/leave")]
    [InlineData("/fr/desk/bodies/offices/34022/take")]
    [InlineData("/fr/desk/bodies/offices/34022/leave")]
    [InlineData("/fr/desk/bodies/mandates")]
    [InlineData("/fr/desk/bodies/mandates/end")]
    public async Task A_citizen_records_nothing(string path)
    {
        var before = await platform.Db(db => db.Events.CountAsync(e => e.Kind != "person"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("citizen")).Post(path, ("from", "2021-01-01"), ("until", "2021-01-01"))).Status);
        Assert.Equal(before, await platform.Db(db => db.Events.CountAsync(e => e.Kind != "person")));
    }

    private static async Task<(Answer Page, string Person)> Choose(Guest guest, string path, string name)
    {
        var page = await guest.Get($"{path}?q={name}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return (page, page.Html.QuerySelector("input[name=person]")!.GetAttribute("value")!);
    }

    private Task<int> Sittings(string seat) => platform.Db(db => db.Set<Seat>().Where(s => s.Code == seat).Select(s => s.Sittings.Count).SingleAsync());
}
