using Microsoft.EntityFrameworkCore;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What comes after a presentation: the questions and what became of them, and what everybody sees.</summary>
public sealed class PresentationAfterTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly PresentationScene _scene = new(platform);

    [Fact]
    public async Task A_question_in_the_language_of_who_asked_is_answered_in_that_language()
    {
        var question = await _scene.Ask(PresentationScene.Assembly, "Wie betaalt het onderhoud van de borden?", "nl");
        var coordinator = await platform.As("coordinator");
        var address = $"/fr/desk/presentations/{PresentationScene.Assembly}";
        Assert.Equal("nl", (await coordinator.Get(address)).Html.QuerySelector($"#question-{question} blockquote")!.GetAttribute("lang"));
        var silent = await coordinator.Fill($"{address}/questions/{question}", ("outcome", "Answered"));
        Assert.Equal(422, (int)silent.Status);
        Assert.Contains("Écrivez la réponse", silent.ErrorAt("answer")!, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Submit(silent, null, ("outcome", "Answered"), ("answer", "De vier beheerders."))).Status);
        var shown = await coordinator.Get(address);
        Assert.Contains("Réponse donnée De vier beheerders.", string.Join(' ', shown.Html.QuerySelector($"#question-{question}")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Post($"{address}/questions/{question}", ("outcome", "Answered"), ("answer", "Encore"))).Status); // sent twice
        Assert.Equal("De vier beheerders.", (await _scene.Load(PresentationScene.Assembly)).Questions.Single(q => q.Id == question).Reply);
    }

    [Fact]
    public async Task A_question_becomes_a_task_of_somebody_of_the_group_by_a_day()
    {
        var question = await _scene.Ask(PresentationScene.Assembly, "Peut-on avoir un banc ?");
        var coordinator = await platform.As("coordinator");
        var page = $"/fr/desk/presentations/{PresentationScene.Assembly}/questions/{question}";
        var nobody = await coordinator.Fill(page, ("outcome", "Task"));
        Assert.Equal(422, (int)nobody.Status);
        Assert.NotNull(nobody.ErrorAt("owner"));
        Assert.NotNull(nobody.ErrorAt("due"));
        var owner = ("owner", (string?)(await _scene.Id("member-citizen")).ToString());
        Assert.Contains("Cette date est passée.", (await coordinator.Fill(page, ("outcome", "Task"), owner, ("due", "2021-01-26"))).ErrorAt("due")!, StringComparison.Ordinal);
        Assert.NotNull((await coordinator.Fill(page, ("outcome", "Task"), ("owner", (await _scene.Id("juror")).ToString()), ("due", "2021-03-15"))).ErrorAt("owner"));
        Assert.Equal(303, (int)(await coordinator.Fill(page, ("outcome", "Task"), owner, ("due", "2021-03-15"))).Status);
        var tasks = (await (await platform.As("member-citizen")).Get("/nl/desk/tasks")).Main;
        Assert.Contains("Gevolg geven aan de vraag: «Peut-on avoir un banc ?»", tasks.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("15 maart 2021", tasks, StringComparison.Ordinal);
        Assert.Contains("Annelies Roelbrechts, pour le 15 mars 2021", (await coordinator.Get($"/fr/desk/presentations/{PresentationScene.Assembly}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_becomes_a_stage_by_the_form_of_stages_filled_in_with_it()
    {
        var id = await _scene.Ready("2021-01-27", "09:30");
        await platform.MoveTo(_scene.At(1, 27, 10));
        await _scene.Give(id);
        var question = await _scene.Ask(id, "Waar komt het eerste bord?", "nl");
        var coordinator = await platform.As("coordinator");
        var settle = await coordinator.Get($"/fr/desk/presentations/{id}/questions/{question}");
        var form = await coordinator.Get(settle.Html.QuerySelector("main a[href*='stages/new']")!.GetAttribute("href")!);
        Assert.Equal("Waar komt het eerste bord?", form.Html.QuerySelector("[name='title.nl']")!.GetAttribute("value"));
        var sent = await coordinator.Submit(form, null, ("title.fr", "Choisir la place du premier panneau"), ("due", "2021-02-26"));
        Assert.Equal((303, $"/fr/desk/presentations/{id}"), ((int)sent.Status, sent.Location));
        var found = (await _scene.Load(id)).Questions.Single();
        Assert.Equal(Outcome.Stage, found.Outcome);
        Assert.Equal("Waar komt het eerste bord?", await platform.Db(db => db.Set<Stage>().Where(s => s.Id == found.StageId).Select(s => s.Title).SingleAsync()) is var title ? title.SourceValue : null);
        Assert.Contains("Choisir la place du premier panneau", (await coordinator.Get($"/fr/desk/presentations/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_noted_only_after_it_was_given_and_a_blank_or_foreign_one_is_refused()
    {
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Get($"/fr/desk/presentations/{PresentationScene.Bureau}/questions/new")).Status);
        Assert.Equal(422, (int)(await coordinator.Post($"/fr/desk/presentations/{PresentationScene.Bureau}/questions/new", ("language", "fr"), ("words", "Quand ?"))).Status);
        var page = $"/fr/desk/presentations/{PresentationScene.Assembly}/questions/new";
        Assert.NotNull((await coordinator.Fill(page, ("language", "fr"), ("words", " \u00A0"))).ErrorAt("words"));
        Assert.NotNull((await coordinator.Fill(page, ("language", "de"), ("words", "Wann?"))).ErrorAt("language"));
        var form = await coordinator.Get(page);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(303, (int)(await coordinator.Submit(form, null, ("language", "fr"), ("words", "Une seule fois ?"))).Status);
        }

        Assert.Single((await _scene.Load(PresentationScene.Assembly)).Questions, q => q.Words == "Une seule fois ?");
    }

    [Fact]
    public async Task Everybody_sees_those_to_come_and_those_given_on_the_pages_of_project_group_and_body()
    {
        var visitor = platform.Visitor();
        foreach (var page in new[] { "/nl/projects/jalonnement-lys", "/nl/groups/parc-bleu", "/nl/bodies/bureau" })
        {
            Assert.Contains("zondag 31 januari 2021 om 14.00 uur", (await visitor.Get(page)).Html.QuerySelector("section[aria-labelledby=presentations]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }

        Assert.Contains("Présenté devant :", (await visitor.Get("/fr/bodies/assembly")).Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Qui entretient", (await visitor.Get("/fr/projects/haltes-velo-lys")).Main, StringComparison.Ordinal);
        Assert.Contains("a prévu une présentation", (await visitor.Get("/fr/projects/jalonnement-lys/history")).Main, StringComparison.Ordinal);

        var id = await _scene.Plan(subject: "project=traversee-wervik");
        Assert.Contains("20 février 2021", (await visitor.Get("/fr/projects/traversee-wervik")).Main, StringComparison.Ordinal);
        await (await platform.As("coordinator")).Fill($"/fr/desk/presentations/{id}/cancel", ("reason.fr", "Reportée."), ("reason.desk", "true"));
        Assert.Null((await visitor.Get("/fr/projects/traversee-wervik")).Html.QuerySelector("section[aria-labelledby=presentations]"));
    }

    [Fact]
    public async Task Slides_are_for_everybody_only_once_it_was_given_and_by_a_tick()
    {
        var visitor = platform.Visitor();
        var shown = (await _scene.Load(PresentationScene.Assembly)).Slides.First(s => s.Language == "nl");
        var address = $"/nl/presentations/{PresentationScene.Assembly}/files/{shown.FileId}";
        Assert.NotNull((await visitor.Get("/nl/projects/haltes-velo-lys")).Html.QuerySelector($"main a[href='{address}']"));
        var file = await visitor.Get(address);
        Assert.Equal((200, "application/pdf", "nosniff"), ((int)file.Status, file.Response.Content.Headers.ContentType!.MediaType, file.Response.Headers.GetValues("X-Content-Type-Options").Single()));

        var planned = (await _scene.Load(PresentationScene.Bureau)).Slides.Single();
        Assert.Equal(404, (int)(await visitor.Get($"/nl/presentations/{PresentationScene.Bureau}/files/{planned.FileId}")).Status);
        Assert.Equal(404, (int)(await (await platform.As("citizen")).Get($"/nl/presentations/{PresentationScene.Bureau}/files/{planned.FileId}")).Status);
        Assert.Equal(404, (int)(await visitor.Get($"/nl/presentations/{PresentationScene.Bureau}/files/{shown.FileId}")).Status);
        Assert.Equal(200, (int)(await (await platform.As("colead-civil")).Get($"/nl/presentations/{PresentationScene.Bureau}/files/{planned.FileId}")).Status);

        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Submit(await coordinator.Get($"/fr/desk/presentations/{PresentationScene.Assembly}"), "form[action$=publish]")).Status);
        Assert.Equal(404, (int)(await visitor.Get(address)).Status);
        Assert.Null((await visitor.Get("/nl/projects/haltes-velo-lys")).Html.QuerySelector($"main a[href='{address}']"));
        Assert.Equal(303, (int)(await coordinator.Submit(await coordinator.Get($"/fr/desk/presentations/{PresentationScene.Assembly}"), "form[action$=publish]")).Status);
        Assert.Equal(200, (int)(await visitor.Get(address)).Status);
        await coordinator.Post($"/fr/desk/presentations/{PresentationScene.Bureau}/publish", ("public", "true"));
        Assert.False((await _scene.Load(PresentationScene.Bureau)).SlidesPublic);
    }
}
