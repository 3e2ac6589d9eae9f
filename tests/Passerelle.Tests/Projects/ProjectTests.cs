using Microsoft.EntityFrameworkCore;
using Passerelle.Projects;
using Passerelle.Tests.Host;
using Xunit;

namespace Passerelle.Tests.Projects;

/// <summary>A project from its beginning to closed stages, through the pages of its people.</summary>
public sealed class ProjectTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Group = "parc-bleu";

    [Theory]
    [InlineData("colead-civil", false)]
    [InlineData("coordinator", true)]
    public async Task The_way_to_a_project_leads_by_the_list_for_who_may_open_it(string who, bool leads)
    {
        var guest = await platform.As(who);
        foreach (var page in new[] { "", "/board", "/budget", "/stages/new" })
        {
            var crumbs = (await guest.Get("/fr/desk/projects/jalonnement-lys" + page)).Html.QuerySelectorAll("a").Select(a => a.GetAttribute("href"));
            Assert.Equal(leads, crumbs.Contains("/fr/desk/projects"));
        }
    }

    [Fact]
    public async Task A_coordinator_begins_a_project_and_both_languages_show_it()
    {
        var (coordinator, slug) = await Begun("Passerelle de Halluin", "Voetbrug in Halewijn");
        var visitor = platform.Visitor();
        Assert.Contains("Passerelle de Halluin", (await visitor.Get($"/fr/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.Contains("Voetbrug in Halewijn", (await visitor.Get($"/nl/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.Contains("Voetbrug in Halewijn", (await visitor.Get("/nl/projects?q=voetbrug")).Main, StringComparison.Ordinal);
        Assert.Contains("Passerelle de Halluin", (await coordinator.Get("/fr/desk/projects?mine=1")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_project()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/new?group={Group}");
        var fields = Fields("Deux fois", "Twee keer");
        Assert.Equal(303, (int)(await coordinator.Submit(page, null, fields)).Status);
        Assert.Equal(303, (int)(await coordinator.Submit(page, null, fields)).Status);
        Assert.Equal(1, await platform.Db(db => db.Set<Project>().CountAsync(p => p.Slug.StartsWith("deux-fois"))));
    }

    [Fact]
    public async Task Nobody_begins_or_changes_a_project_in_a_group_that_is_not_theirs()
    {
        var (_, slug) = await Begun("À nous", "Van ons");
        var other = await platform.As("coordinator2");
        Assert.Equal(403, (int)(await other.Get($"/fr/desk/projects/{slug}/texts")).Status);
        Assert.Equal(403, (int)(await other.Get($"/fr/desk/projects/{slug}/stages/new")).Status);
        Assert.Equal(200, (int)(await other.Get($"/fr/desk/projects/{slug}")).Status);
        Assert.Equal(403, (int)(await (await platform.As("citizen")).Get($"/fr/desk/projects/{slug}")).Status);
        Assert.Equal(403, (int)(await (await platform.As("citizen")).Get("/fr/desk/projects/new")).Status);
        Assert.Equal(404, (int)(await platform.Visitor().Get("/nl/projects/bestaat-niet")).Status);
    }

    [Fact]
    public async Task An_end_before_the_start_is_refused_at_the_field_in_the_readers_language()
    {
        var (coordinator, slug) = await Begun("Dates", "Data");
        var answer = await coordinator.Fill($"/nl/desk/projects/{slug}/stages/new", ("title.fr", "Poser"), ("title.nl", "Plaatsen"), ("start", "2021-03-02"), ("due", "2021-03-01"));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Het einde valt voor het begin.", answer.ErrorAt("due"), StringComparison.Ordinal);
        Assert.Equal("Plaatsen", answer.Html.QuerySelector("[name='title.nl']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_circle_of_stages_is_refused_and_shown()
    {
        var (coordinator, slug) = await Begun("Boucle", "Lus");
        var first = await Stage(coordinator, slug, "Relever", "2021-02-01", "2021-02-10");
        var second = await Stage(coordinator, slug, "Dessiner", "2021-02-11", "2021-02-20", first);
        var answer = await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{first}", ("before", second.ToString()));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Relever → Dessiner → Relever", answer.ErrorAt("before"), StringComparison.Ordinal);
        Assert.Equal(1, await platform.Db(db => db.Set<StageDependency>().CountAsync(d => d.Stage == second || d.Stage == first)));
    }

    [Fact]
    public async Task Closing_a_stage_before_what_it_waits_for_needs_a_reason()
    {
        var (coordinator, slug) = await Begun("Ordre", "Volgorde");
        var first = await Stage(coordinator, slug, "Relever", "2021-02-01", "2021-02-10");
        var second = await Stage(coordinator, slug, "Dessiner", "2021-02-11", "2021-02-20", first);
        var refused = await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{second}/close", ("end", "Done"), ("reason.fr", " "));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Relever", refused.ErrorAt("reason.fr"), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Submit(refused, null, ("end", "Done"), ("reason.fr", "Le relevé existait déjà."), ("reason.desk", "true"))).Status);
        var stage = await Load(second);
        Assert.Equal((StageState.Done, "Le relevé existait déjà."), (stage.State, stage.Reason.SourceValue));
    }

    [Fact]
    public async Task Two_people_who_move_a_stage_at_once_see_both_versions()
    {
        var (coordinator, slug) = await Begun("Ensemble", "Samen");
        var id = await Stage(coordinator, slug, "Poser", "2021-02-01", "2021-02-10");
        var director = await platform.As("director");
        var (hers, his) = (await coordinator.Get($"/fr/desk/projects/{slug}/stages/{id}"), await director.Get($"/fr/desk/projects/{slug}/stages/{id}"));
        Assert.Equal(303, (int)(await coordinator.Submit(hers, null, ("due", "2021-02-15"))).Status);
        var late = await director.Submit(his, null, ("due", "2021-02-28"));
        Assert.Equal(409, (int)late.Status);
        Assert.Equal("2021-02-28", late.Html.QuerySelector("[name='due']")!.GetAttribute("value"));
        Assert.Contains("15 février 2021", late.Main, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 2, 15), (await Load(id)).Due);
    }

    [Fact]
    public async Task A_stage_turns_late_at_midnight_in_Brussels()
    {
        var (coordinator, slug) = await Begun("Minuit", "Middernacht");
        var now = platform.Clock.Now;
        var today = platform.Clock.Today;
        await Stage(coordinator, slug, "Poser", "2021-01-01", today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            platform.Clock.Set(platform.Clock.At(today, new TimeOnly(23, 55))); // the clock goes on while the page is drawn
            Assert.DoesNotContain("te laat", (await platform.Visitor().Get($"/nl/projects/{slug}")).Main, StringComparison.OrdinalIgnoreCase);
            platform.Clock.Set(platform.Clock.At(today.AddDays(1), new TimeOnly(0, 0)));
            Assert.Contains("Een dag te laat", (await platform.Visitor().Get($"/nl/projects/{slug}")).Main, StringComparison.Ordinal);
            Assert.Contains("1 fase te laat", (await platform.Visitor().Get("/nl/projects?q=middernacht")).Main, StringComparison.Ordinal);
            platform.Clock.Set(platform.Clock.At(today.AddDays(2), new TimeOnly(0, 0)));
            Assert.Contains("En retard de 2 jours", (await platform.Visitor().Get($"/fr/projects/{slug}")).Main, StringComparison.Ordinal);
        }
        finally
        {
            platform.Clock.Set(now);
        }
    }

    [Fact]
    public async Task A_page_of_many_stages_costs_as_many_queries_as_one_of_few()
    {
        var (coordinator, slug) = await Begun("Longue liste", "Lange lijst");
        var (_, before) = await coordinator.Count($"/fr/desk/projects/{slug}");
        for (var i = 0; i < 6; i++)
        {
            await Stage(coordinator, slug, $"Étape {i}", "2021-02-01", "2021-02-10");
        }

        var (_, after) = await coordinator.Count($"/fr/desk/projects/{slug}");
        Assert.Equal(before, after);
        Assert.InRange(after, 1, 14);
    }

    private async Task<(Guest Coordinator, string Slug)> Begun(string fr, string nl)
    {
        var coordinator = await platform.As("coordinator");
        var answer = await coordinator.Fill($"/fr/desk/projects/new?group={Group}", Fields(fr, nl));
        Assert.Equal(303, (int)answer.Status);
        return (coordinator, answer.Location!.Split('/')[^1]);
    }

    private async Task<Guid> Stage(Guest guest, string slug, string title, string start, string due, Guid? before = null)
    {
        var answer = await guest.Fill($"/fr/desk/projects/{slug}/stages/new", ("title.fr", title), ("title.nl", title + " (nl)"), ("start", start), ("due", due), ("before", before?.ToString()));
        Assert.Equal(303, (int)answer.Status);
        return await platform.Db(async db =>
        {
            var project = await db.Set<Project>().Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
            return await db.Set<Stage>().Where(s => s.ProjectId == project).OrderByDescending(s => s.Order).Select(s => s.Id).FirstAsync();
        });
    }

    private Task<Stage> Load(Guid id) => platform.Db(db => db.Set<Stage>().AsNoTracking().SingleAsync(s => s.Id == id));

    private (string, string?)[] Fields(string fr, string nl) =>
    [
        ("name.fr", fr), ("name.nl", nl), ("summary.fr", "Passer d’une rive à l’autre à pied."), ("summary.nl", "Te voet van de ene oever naar de andere."),
        ("purpose.fr", "Un pont pour les piétons."), ("purpose.nl", "Een brug voor voetgangers."), ("criterion.fr", "La passerelle est ouverte."), ("criterion.nl", "De voetbrug is open."),
    ];
}
