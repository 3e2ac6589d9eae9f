using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>How a presentation is planned and changed, by whom, and what is refused.</summary>
public sealed class PresentationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly PresentationScene _scene = new(platform);

    [Theory]
    [InlineData("coordinator", "project=jalonnement-lys")]
    [InlineData("director", "project=jalonnement-lys")]
    [InlineData("colead-elected", "project=traversee-wervik")]
    [InlineData("colead-civil", "group=parc-bleu")]
    public async Task The_coordinator_the_Director_and_the_co_leads_plan_a_presentation_of_a_project_or_of_the_groups_work(string who, string subject)
    {
        var id = await _scene.Plan(who, subject: subject);
        var presentation = await _scene.Load(id);
        Assert.Equal((PresentationState.Planned, "bureau", subject[0] == 'g'), (presentation.State, presentation.Body, presentation.ProjectId is null));
        Assert.Equal(_scene.At(2, 20, 18, 30), presentation.At);
        Assert.Equal(2, presentation.Presenters.Count);
        var page = await (await platform.As(who)).Get($"/nl/desk/presentations/{id}");
        Assert.Contains("zaterdag 20 februari 2021 om 18.30 uur", page.Main, StringComparison.Ordinal);
        Assert.Contains("heeft een voorstelling gepland", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("member-technician")]
    [InlineData("coordinator2")]
    [InlineData("body-member")]
    [InlineData("administrator")]
    public async Task Others_plan_none_and_change_none(string who)
    {
        var guest = await platform.As(who);
        Assert.Equal(403, (int)(await guest.Get("/fr/desk/presentations/new?project=jalonnement-lys")).Status);
        Assert.Equal(403, (int)(await guest.Post("/fr/desk/presentations/new?group=parc-bleu", ("body", "bureau"))).Status);
        foreach (var page in new[] { "change", "delegate", "slides", "ready", "given", "cancel", "publish" })
        {
            Assert.Equal(403, (int)(await guest.Post($"/fr/desk/presentations/{PresentationScene.Bureau}/{page}", ("reason.fr", "Non"))).Status);
        }
    }

    [Theory]
    [InlineData("change")]
    [InlineData("given")]
    [InlineData("cancel")]
    public async Task The_co_leads_prepare_a_presentation_and_leave_the_rest_to_the_coordinator(string page)
    {
        var lead = await platform.As("colead-elected");
        Assert.Equal(403, (int)(await lead.Get($"/fr/desk/presentations/{PresentationScene.Bureau}/{page}")).Status);
        Assert.Equal(403, (int)(await lead.Post($"/fr/desk/presentations/{PresentationScene.Bureau}/{page}")).Status);
        Assert.Equal(200, (int)(await lead.Get($"/fr/desk/presentations/{PresentationScene.Bureau}/slides")).Status);
    }

    [Theory]
    [InlineData("translator", 200, 200)]
    [InlineData("communication", 200, 200)]
    [InlineData("coordinator2", 200, 200)]
    [InlineData("body-member", 200, 403)] // sits in the assembly, not in the Bureau
    [InlineData("partner", 200, 403)] // for IDETA in the assembly
    [InlineData("citizen", 403, 403)]
    [InlineData("administrator", 403, 403)]
    public async Task The_agency_reads_them_all_and_those_who_sit_on_a_body_read_what_is_presented_to_it(string who, int assembly, int bureau)
    {
        var guest = await platform.As(who);
        Assert.Equal(assembly, (int)(await guest.Get($"/fr/desk/presentations/{PresentationScene.Assembly}")).Status);
        Assert.Equal(bureau, (int)(await guest.Get($"/fr/desk/presentations/{PresentationScene.Bureau}")).Status);
        var list = await guest.Get("/nl/desk/presentations");
        Assert.Equal(assembly, (int)list.Status);
        Assert.Equal(bureau == 200, list.Html.QuerySelector($"main a[href$='{PresentationScene.Bureau}']") is not null);
    }

    [Fact]
    public async Task The_list_has_those_to_come_first_and_one_can_see_only_ones_own()
    {
        var coordinator = await platform.As("coordinator");
        var order = (await coordinator.Get("/fr/desk/presentations")).Html.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToList();
        Assert.True(order.IndexOf(PresentationScene.Bureau.ToString()) < order.IndexOf(PresentationScene.Assembly.ToString()));
        Assert.Contains("les diapositives en néerlandais", (await coordinator.Get("/fr/desk/presentations?mine=1")).Main, StringComparison.Ordinal);
        Assert.Empty((await (await platform.As("coordinator2")).Get("/fr/desk/presentations?mine=1")).Html.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task Who_sees_to_a_question_finds_its_presentation_in_the_list_and_no_other()
    {
        var juror = await platform.As("member-citizen");
        Assert.Equal(403, (int)(await juror.Get("/fr/desk/presentations")).Status);
        var question = await _scene.Ask(PresentationScene.Assembly, "Qui ouvre le portail ?");
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/presentations/{PresentationScene.Assembly}/questions/{question}", ("outcome", "Task"), ("owner", (await _scene.Id("member-citizen")).ToString()), ("due", "2021-03-15"))).Status);
        var rows = (await juror.Get("/fr/desk/presentations")).Html.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href"));
        Assert.Equal([$"/fr/desk/presentations/{PresentationScene.Assembly}"], rows);
    }

    [Fact]
    public async Task It_is_for_a_body_or_for_another_circle_and_never_for_both_or_neither()
    {
        foreach (var (body, circle) in new[] { ("", ""), ("bureau", "Conseil communal de Menin") })
        {
            var answer = await _scene.Send(fields: [("body", body), ("circle.source", "fr"), ("circle.fr", circle), ("circle.nl", circle)]);
            Assert.Equal(422, (int)answer.Status);
            Assert.Contains("Choisissez une instance, ou nommez un autre cercle", answer.ErrorAt("body")!, StringComparison.Ordinal);
            Assert.Equal("2021-02-20", answer.Html.QuerySelector("[name=day]")!.GetAttribute("value"));
        }

        Assert.NotNull((await _scene.Send(fields: [("body", "senat")])).ErrorAt("body"));
        var id = await _scene.Plan(fields: [("body", ""), ("circle.source", "nl"), ("circle.nl", "Gemeenteraad van Menen"), ("circle.fr", "Conseil communal de Menin")]);
        Assert.Contains("Gemeenteraad van Menen", (await (await platform.As("translator")).Get($"/nl/desk/presentations/{id}")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-01-26", "18:30", "day", "Cette date est passée.")]
    [InlineData("2021-01-27", "08:59", "day", "Cette date est passée.")]
    [InlineData("2021-02-20", "", "hour", "Donnez la date et l’heure")]
    [InlineData("", "18:30", "day", "Donnez la date et l’heure")]
    [InlineData("2021-02-30", "18:30", "day", "")]
    [InlineData("2021-02-20", "25:00", "hour", "")]
    public async Task A_date_that_is_past_half_or_none_is_refused_at_its_field(string day, string hour, string field, string message)
    {
        var answer = await _scene.Send(day: day, hour: hour);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(message, answer.ErrorAt(field)!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-03-28", "02:30", "2021-03-28T01:30:00Z", "3 h 30")] // that hour is skipped: it moves on by one
    [InlineData("2021-10-31", "02:30", "2021-10-31T01:30:00Z", "2 h 30")] // that hour comes twice: the second counts
    [InlineData("2021-02-20", "00:05", "2021-02-19T23:05:00Z", "0 h 05")]
    public async Task An_hour_of_the_wall_clock_is_kept_on_the_night_of_a_clock_change_and_after_midnight(string day, string hour, string instant, string shown)
    {
        var id = await _scene.Plan(day: day, hour: hour);
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), (await _scene.Load(id)).At);
        Assert.Contains(shown, (await (await platform.As("coordinator")).Get($"/fr/desk/presentations/{id}")).Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_of_the_pair_presents_only_with_a_recorded_delegation()
    {
        var id = await _scene.Plan(presenters: []);
        var stranger = (await _scene.Id("member-technician")).ToString();
        var coordinator = await platform.As("coordinator");
        var refused = await coordinator.Fill($"/fr/desk/presentations/{id}/change", ("presenters", stranger));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("enregistrez d’abord qui lui a délégué", refused.ErrorAt("presenters")!, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await _scene.Send(presenters: ["member-technician"])).Status);

        var lead = await platform.As("colead-elected");
        var page = $"/nl/desk/presentations/{id}/delegate";
        Assert.Contains("Deze datum ligt in de toekomst.", (await lead.Fill(page, ("person", stranger), ("on", "2021-01-28"))).ErrorAt("on")!, StringComparison.Ordinal);
        var other = (await _scene.Id("colead-civil")).ToString();
        Assert.Contains("Alleen het duo en de directie delegeren.", (await lead.Fill(page, ("person", stranger), ("by", other))).ErrorAt("by")!, StringComparison.Ordinal);
        Assert.Contains("een delegatie is niet nodig", (await lead.Fill(page, ("person", other))).ErrorAt("person")!, StringComparison.Ordinal);
        Assert.NotNull((await lead.Fill(page, ("person", (await _scene.Id("citizen")).ToString()))).ErrorAt("person"));
        Assert.Equal(303, (int)(await lead.Fill(page, ("person", stranger), ("on", "2021-01-26"))).Status);

        var shown = (await coordinator.Get($"/fr/desk/presentations/{id}")).Main;
        Assert.Contains("délégation de Karel Moerkercke, le 26 janvier 2021", shown, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{id}/change", ("place.fr", "Lille"), ("place.desk", "true"))).Status);
        Assert.Single((await _scene.Load(id)).Presenters);
        Assert.Equal(200, (int)(await (await platform.As("member-technician")).Get($"/fr/desk/presentations/{id}")).Status);
    }

    [Fact]
    public async Task The_coordinator_records_a_delegation_by_the_Director_or_the_pair_and_by_nobody_else()
    {
        var id = await _scene.Plan();
        var coordinator = await platform.As("coordinator");
        var person = (await _scene.Id("member-technician")).ToString();
        Assert.NotNull((await coordinator.Fill($"/fr/desk/presentations/{id}/delegate", ("person", person), ("by", (await _scene.Id("coordinator")).ToString()))).ErrorAt("by"));
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{id}/delegate", ("person", person), ("by", (await _scene.Id("director")).ToString()))).Status);
        Assert.Equal(await _scene.Id("director"), (await _scene.Load(id)).Presenters.Single(p => p.DelegatedBy is not null).DelegatedBy);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_presentation_also_at_once()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/fr/desk/presentations/new?project=jalonnement-lys");
        (string, string?)[] fields = [("body", "bureau"), ("day", "2021-04-20"), ("hour", "10:00")];
        var answers = await Task.WhenAll(coordinator.Submit(page, null, fields), coordinator.Submit(page, null, fields));
        var again = await coordinator.Submit(page, null, fields);
        Assert.All(answers.Append(again), a => Assert.Equal((303, answers[0].Location), ((int)a.Status, a.Location)));
    }

    [Fact]
    public async Task Two_who_change_it_at_once_see_both_versions()
    {
        var id = await _scene.Plan();
        var (one, two) = (await platform.As("coordinator"), await platform.As("director"));
        var (first, second) = (await one.Get($"/fr/desk/presentations/{id}/change"), await two.Get($"/nl/desk/presentations/{id}/change"));
        Assert.Equal(303, (int)(await one.Submit(first, null, ("day", "2021-02-22"))).Status);
        var late = await two.Submit(second, null, ("day", "2021-02-23"));
        Assert.Equal(409, (int)late.Status);
        Assert.Equal("2021-02-23", late.Html.QuerySelector("[name=day]")!.GetAttribute("value"));
        Assert.Contains("22 februari 2021", late.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await two.Submit(late, null)).Status);
        Assert.Equal(_scene.At(2, 23, 18, 30), (await _scene.Load(id)).At);
    }

    [Fact]
    public async Task A_cancelled_one_says_why_and_is_over()
    {
        var id = await _scene.Plan();
        var coordinator = await platform.As("coordinator");
        var silent = await coordinator.Fill($"/nl/desk/presentations/{id}/cancel");
        Assert.Equal(422, (int)silent.Status);
        Assert.NotNull(silent.ErrorAt("reason.nl"));
        Assert.Equal(303, (int)(await coordinator.Submit(silent, null, ("reason.source", "nl"), ("reason.nl", "De zitting is verplaatst."), ("reason.fr", "La séance est reportée."))).Status);
        Assert.Contains("La séance est reportée.", (await coordinator.Get($"/fr/desk/presentations/{id}")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Post($"/fr/desk/presentations/{id}/cancel", ("reason.fr", "Encore"), ("reason.desk", "true"))).Status);
        Assert.Equal(422, (int)(await _scene.Upload(id, "fr")).Status);
    }

    [Fact]
    public async Task An_abandoned_project_is_not_presented()
    {
        var scene = new ProjectScene(platform);
        var slug = await scene.Begin("Sans suite");
        await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/abandon", ("reason.fr", "Fin."), ("reason.desk", "true"));
        var answer = await _scene.Send(subject: "group=parc-bleu", fields: [("project", slug)]);
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("project"));
        Assert.Equal(404, (int)(await (await platform.As("coordinator")).Get("/fr/desk/presentations/new?project=nulle-part")).Status);
    }

    [Fact]
    public async Task Many_presentations_cost_the_list_as_many_queries_as_few()
    {
        var coordinator = await platform.As("coordinator");
        await coordinator.Get("/fr/desk/presentations");
        var (_, before) = await coordinator.Count("/fr/desk/presentations");
        await _scene.Plan();
        await _scene.Plan(subject: "group=parc-bleu");
        var (_, after) = await coordinator.Count("/fr/desk/presentations");
        Assert.InRange(after, 1, before + 1); // the first reading after a change may read again what is kept
        Assert.InRange((await coordinator.Count("/fr/desk/presentations")).Queries, 1, before);
    }
}
