using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>Stages in columns, moved by the buttons of their cards.</summary>
public sealed class BoardTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task A_card_goes_from_planned_to_closed_and_back_by_its_buttons()
    {
        var (slug, id) = await Planned("De colonne en colonne");
        var coordinator = await platform.As("coordinator");
        foreach (var (language, from, to, words) in new[] { ("fr", "Planned", "Underway", "est maintenant dans la colonne « En cours »"), ("nl", "Underway", "Ended", "staat nu in de kolom «Afgesloten»"), ("fr", "Ended", "Underway", "« En cours »") })
        {
            var board = await coordinator.Get($"/{language}/desk/projects/{slug}/board");
            Assert.Equal(from, ColumnOf(board, id));
            var moved = await coordinator.Submit(board, Way(id, to));
            Assert.Equal(303, (int)moved.Status);
            var after = await coordinator.Follow(moved);
            Assert.Equal(to, ColumnOf(after, id));
            Assert.Contains(words, after.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }

        Assert.Equal(StageState.Underway, (await _stages.Load(id)).State);
    }

    [Fact]
    public async Task Closing_before_what_it_waits_for_leads_to_the_page_that_asks_why()
    {
        var (slug, first) = await Planned("Attendre");
        var second = await _stages.Plan(slug, "Dessiner", "2021-02-11", "2021-02-20", first);
        var coordinator = await platform.As("coordinator");
        var board = await coordinator.Get($"/fr/desk/projects/{slug}/board");
        Assert.Equal($"/fr/desk/projects/{slug}/stages/{second}/close", board.Html.QuerySelector($"#stage-{second} a[data-to=Ended]")!.GetAttribute("href"));
        Assert.Contains("Attend : Relever", board.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var sent = await coordinator.Post($"/fr/desk/projects/{slug}/board", ("stage", second.ToString()), ("act", "Close"), ("version", (await _stages.Load(second)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((303, $"/fr/desk/projects/{slug}/stages/{second}/close"), ((int)sent.Status, sent.Location));
        Assert.Equal(StageState.Planned, (await _stages.Load(second)).State);
    }

    [Fact]
    public async Task Two_people_who_move_a_card_at_once_are_told_and_see_where_it_stands()
    {
        var (slug, id) = await Planned("À deux");
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var (hers, his) = (await coordinator.Get($"/fr/desk/projects/{slug}/board"), await director.Get($"/nl/desk/projects/{slug}/board"));
        Assert.Equal(303, (int)(await coordinator.Submit(hers, Way(id, "Underway"))).Status);
        var late = await director.Submit(his, Way(id, "Ended"));
        Assert.Equal(409, (int)late.Status);
        Assert.Contains("Uw verplaatsing is niet uitgevoerd: «Relever (nl)» staat nu in de kolom «Bezig».", late.Main, StringComparison.Ordinal);
        Assert.Equal("Underway", ColumnOf(late, id));
        Assert.Equal(StageState.Underway, (await _stages.Load(id)).State);
        Assert.Equal(303, (int)(await director.Submit(late, Way(id, "Ended"))).Status); // with both in view
        Assert.Equal(StageState.Done, (await _stages.Load(id)).State);
    }

    [Fact]
    public async Task Sent_twice_a_move_happens_once()
    {
        var (slug, id) = await Planned("Deux clics");
        var coordinator = await platform.As("coordinator");
        var board = await coordinator.Get($"/fr/desk/projects/{slug}/board");
        Assert.Equal(303, (int)(await coordinator.Submit(board, Way(id, "Underway"))).Status);
        var version = (await _stages.Load(id)).Version;
        Assert.Equal(303, (int)(await coordinator.Submit(board, Way(id, "Underway"))).Status);
        Assert.Equal(version, (await _stages.Load(id)).Version);
    }

    [Fact]
    public async Task Under_way_with_a_condition_it_waits_at_the_gate_which_its_keeper_alone_opens()
    {
        var slug = await _projects.Begin("Condition");
        var keeper = await platform.Db(db => db.Set<Passerelle.Accounts.Person>().Where(p => p.DemoKey == "citizen").Select(p => p.Id).SingleAsync());
        var id = await _stages.Plan(slug, "Signer", "2021-02-01", "2021-02-10", keeper: keeper);
        var coordinator = await platform.As("coordinator");
        await coordinator.Submit(await coordinator.Get($"/fr/desk/projects/{slug}/board"), Way(id, "Gate"));
        var board = await coordinator.Get($"/fr/desk/projects/{slug}/board");
        Assert.Equal("Gate", ColumnOf(board, id));
        Assert.Contains("La convention est signée", board.Main, StringComparison.Ordinal);
        Assert.Null(board.Html.QuerySelector($"#stage-{id} form"));
        var version = (await _stages.Load(id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(422, (int)(await coordinator.Post($"/fr/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", "PassGate"), ("version", version))).Status);
        var refused = await coordinator.Post($"/nl/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", "Close"), ("version", version));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("De voorwaarde van deze fase is nog niet bevestigd.", refused.Main, StringComparison.Ordinal);

        var citizen = await platform.As("citizen");
        var hers = await citizen.Get($"/fr/desk/projects/{slug}/board");
        Assert.Equal(["PassGate"], hers.Html.QuerySelectorAll("main [name=act]").Select(a => a.GetAttribute("value")));
        Assert.Equal(303, (int)(await citizen.Submit(hers, Way(id, "Underway"))).Status);
        Assert.NotNull((await _stages.Load(id)).GatePassedAt);
        version = (await _stages.Load(id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(403, (int)(await citizen.Post($"/fr/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", "Close"), ("version", version))).Status);
    }

    [Fact]
    public async Task Who_only_reads_sees_cards_without_buttons_and_others_see_no_board()
    {
        var (slug, id) = await Planned("Lecture seule");
        var other = await platform.As("coordinator2");
        var board = await other.Get($"/fr/desk/projects/{slug}/board");
        Assert.Equal((200, "Planned"), ((int)board.Status, ColumnOf(board, id)));
        Assert.Empty(board.Html.QuerySelectorAll("main .board form"));
        Assert.Equal(403, (int)(await other.Post($"/fr/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", "Begin"), ("version", "1"))).Status);
        Assert.Equal(403, (int)(await (await platform.As("citizen")).Get($"/fr/desk/projects/{slug}/board")).Status);
        Assert.Contains("/sign-in", (await platform.Visitor().Get($"/fr/desk/projects/{slug}/board")).Location, StringComparison.Ordinal);
        Assert.Equal(StageState.Planned, (await _stages.Load(id)).State);
    }

    [Fact]
    public async Task What_is_no_move_or_no_stage_of_this_project_is_refused()
    {
        var (slug, id) = await Planned("Ici");
        var (elsewhere, _) = await Planned("Ailleurs");
        var coordinator = await platform.As("coordinator");
        Assert.Equal(404, (int)(await coordinator.Post($"/fr/desk/projects/{elsewhere}/board", ("stage", id.ToString()), ("act", "Begin"), ("version", "1"))).Status);
        Assert.Equal(422, (int)(await coordinator.Post($"/fr/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", "Fly"), ("version", "1"))).Status);
        Assert.Equal(422, (int)(await coordinator.Post($"/fr/desk/projects/{slug}/board", ("stage", "x"), ("act", "Begin"))).Status);
    }

    [Fact]
    public async Task In_a_project_that_has_ended_no_card_moves()
    {
        var (slug, id) = await Planned("Terminé");
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/abandon", ("reason.fr", "Sans suite."), ("reason.nl", "Zonder gevolg."))).Status);
        Assert.Empty((await coordinator.Get($"/fr/desk/projects/{slug}/board")).Html.QuerySelectorAll("main .board form"));
        var version = (await _stages.Load(id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var refused = await coordinator.Post($"/fr/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", "Reopen"), ("version", version));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Ce projet est terminé.", refused.Main, StringComparison.Ordinal);
        Assert.Equal(StageState.Dropped, (await _stages.Load(id)).State);
    }

    private async Task<(string Slug, Guid Stage)> Planned(string name)
    {
        var slug = await _projects.Begin(name);
        return (slug, await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10"));
    }

    private static string Way(Guid stage, string column) => $"#stage-{stage} form[data-to={column}]";

    private static string? ColumnOf(Answer page, Guid stage) => page.Html.QuerySelector($"[data-column]:has(#stage-{stage})")?.GetAttribute("data-column");
}
