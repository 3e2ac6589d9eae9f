using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>A question asked after a presentation that two settle. With a clock of its own.</summary>
public sealed class PresentationSettledTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly PresentationScene _scene = new(platform);

    [Fact]
    public async Task A_question_that_was_settled_meanwhile_becomes_no_stage_and_what_was_typed_stays()
    {
        var id = await _scene.Ready("2021-01-27", "09:30");
        await platform.MoveTo(_scene.At(1, 27, 10));
        await _scene.Give(id);
        var question = await _scene.Ask(id, "Qui repeint les bornes ?");
        var slug = PresentationScene.Project;
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var form = await coordinator.Get($"/fr/desk/projects/{slug}/stages/new?question={question}");
        Assert.Equal(303, (int)(await director.Fill($"/fr/desk/presentations/{id}/questions/{question}", ("outcome", "Answered"), ("answer", "La commune."))).Status);
        var late = await coordinator.Submit(form, null, ("title.nl", "De paaltjes schilderen"), ("due", "2021-02-26"));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Cette question a déjà une suite.", late.Main, StringComparison.Ordinal);
        Assert.Equal("Qui repeint les bornes ?", late.Html.QuerySelector("[name='title.fr']")!.GetAttribute("value"));
        Assert.Equal(Outcome.Answered, (await _scene.Load(id)).Questions.Single(q => q.Id == question).Outcome);
        Assert.Equal($"/fr/desk/presentations/{id}", (await coordinator.Get($"/fr/desk/projects/{slug}/stages/new?question={question}")).Location);
    }
}

/// <summary>The slides of a given presentation that lie elsewhere. With a clock of its own.</summary>
public sealed class PresentationElsewhereTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly PresentationScene _scene = new(platform);

    [Fact]
    public async Task Slides_at_an_address_of_others_lead_there_without_handing_over_this_page()
    {
        var id = await _scene.Plan(day: "2021-01-27", hour: "09:30", subject: "group=parc-bleu");
        await _scene.Upload(id, "fr", address: "https://exemple.eu/diapos");
        await _scene.Upload(id, "nl", address: "https://exemple.eu/dias");
        Assert.Equal(303, (int)(await (await platform.As("colead-elected")).Fill($"/nl/desk/presentations/{id}/ready")).Status);
        await platform.MoveTo(_scene.At(1, 27, 10));
        await _scene.Give(id, isPublic: true);
        var link = (await platform.Visitor().Get("/fr/groups/parc-bleu")).Html.QuerySelector("main a[href='https://exemple.eu/diapos']")!;
        Assert.Equal("noopener nofollow", link.GetAttribute("rel"));
        Assert.Contains("exemple.eu", link.TextContent, StringComparison.Ordinal);
    }
}
