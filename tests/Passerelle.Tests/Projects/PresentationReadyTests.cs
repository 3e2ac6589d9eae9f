using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Files;
using Passerelle.Projects;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>The slides of a presentation, and when it is ready.</summary>
public sealed class PresentationReadyTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly PresentationScene _scene = new(platform);

    [Fact]
    public async Task Ready_is_refused_until_slides_in_both_languages_a_date_one_of_the_pair_and_the_criterion_are_there_and_says_what_is_missing()
    {
        var scene = new ProjectScene(platform);
        var slug = await scene.Begin("Sans critère", criterion: false);
        var id = await _scene.Plan(day: null, hour: null, subject: $"project={slug}", presenters: []);
        await Missing(id, "la date et l’heure, une personne du binôme pour présenter, les diapositives en français, les diapositives en néerlandais et le résultat attendu du projet");
        await _scene.Upload(id, "nl");
        await Missing(id, "la date et l’heure, une personne du binôme pour présenter, les diapositives en français et le résultat attendu du projet");
        await _scene.Upload(id, "fr", PresentationScene.Pptx);
        var coordinator = await platform.As("coordinator");
        await coordinator.Fill($"/fr/desk/presentations/{id}/change", ("day", "2021-02-20"), ("hour", "18:30"));
        await Missing(id, "une personne du binôme pour présenter et le résultat attendu du projet");
        await coordinator.Fill($"/fr/desk/presentations/{id}/delegate", ("person", (await _scene.Id("member-technician")).ToString()), ("by", (await _scene.Id("director")).ToString()));
        await Missing(id, "une personne du binôme pour présenter et le résultat attendu du projet"); // a delegate alone is not enough
        await coordinator.Fill($"/fr/desk/presentations/{id}/change", ("presenters", (await _scene.Id("colead-civil")).ToString()));
        await Missing(id, "le résultat attendu du projet");
        await coordinator.Fill($"/fr/desk/projects/{slug}/criterion", ("criterion.fr", "Le pont est ouvert."), ("criterion.nl", "De brug is open."));
        Assert.Equal(303, (int)(await (await platform.As("colead-civil")).Fill($"/fr/desk/presentations/{id}/ready")).Status);
        Assert.Equal(PresentationState.Ready, (await _scene.Load(id)).State);
    }

    [Fact]
    public async Task The_groups_work_needs_no_criterion_and_the_refusal_speaks_the_readers_language()
    {
        var id = await _scene.Plan(subject: "group=parc-bleu");
        var answer = await (await platform.As("colead-elected")).Fill($"/nl/desk/presentations/{id}/ready");
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Ze is niet klaar. Er ontbreekt: de dia’s in het Frans en de dia’s in het Nederlands.", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_slide_takes_ready_back_and_each_version_stays()
    {
        var id = await _scene.Ready();
        Assert.Contains("retire cet état", (await (await platform.As("colead-civil")).Get($"/fr/desk/presentations/{id}/slides")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await _scene.Upload(id, "nl", PresentationScene.Odp, "nieuw.odp")).Status);
        var presentation = await _scene.Load(id);
        Assert.Equal(PresentationState.Planned, presentation.State);
        Assert.Equal([1, 2], presentation.Slides.Where(s => s.Language == "nl").Select(s => s.Number).Order());
        var page = await (await platform.As("coordinator")).Get($"/nl/desk/presentations/{id}");
        Assert.Contains("Nederlands, versie 2", page.Main, StringComparison.Ordinal);
        Assert.Contains("De voorstelling is niet langer klaar", page.Main, StringComparison.Ordinal);
        foreach (var slides in presentation.Slides.Where(s => s.Language == "nl"))
        {
            Assert.Equal(200, (int)(await (await platform.As("colead-civil")).Get($"/nl/presentations/{id}/files/{slides.FileId}")).Status);
        }
    }

    [Fact]
    public async Task A_change_that_takes_the_pair_away_takes_ready_back_and_another_one_does_not()
    {
        var id = await _scene.Ready();
        var coordinator = await platform.As("coordinator");
        await coordinator.Fill($"/fr/desk/presentations/{id}/change", ("day", "2021-02-21"));
        Assert.Equal(PresentationState.Ready, (await _scene.Load(id)).State);
        await coordinator.Submit(await coordinator.Get($"/fr/desk/presentations/{id}/change"), null, ("presenters", null));
        Assert.Equal(PresentationState.Planned, (await _scene.Load(id)).State);
    }

    public static TheoryData<string, string> Wrong => new() { { "empty", "vide.pdf" }, { "html", "page.pdf" }, { "odt", "texte.odp" }, { "png", "image.pdf" }, { "text", "texte.pdf" }, { "large", "trop.pdf" } };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_file_that_is_no_presentation_by_its_content_is_refused_whatever_its_name(string kind, string name)
    {
        var id = await _scene.Plan();
        byte[] content = kind switch
        {
            "empty" => [],
            "html" => Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"),
            "odt" => PresentationScene.Package(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
            "png" => ProjectScene.Png,
            "text" => Encoding.UTF8.GetBytes("Bonjour"),
            _ => [.. NewsSteps.Pdf, .. new byte[26 * 1024 * 1024]],
        };
        var answer = await _scene.Upload(id, "fr", content, name);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(name, answer.ErrorAt("file")!, StringComparison.Ordinal);
        Assert.Empty((await _scene.Load(id)).Slides);
    }

    [Theory]
    [InlineData("https://localhost/diapos", "que tout le monde peut ouvrir")]
    [InlineData("javascript:alert(1)", "que tout le monde peut ouvrir")]
    public async Task An_address_that_not_everybody_can_open_holds_no_slides(string address, string message)
    {
        var id = await _scene.Plan();
        var answer = await _scene.Upload(id, "fr", address: address);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(message, answer.ErrorAt("address")!, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await _scene.Upload(id, "fr", address: "https://exemple.eu/diapos")).Status);
        Assert.Equal("https://exemple.eu/diapos", (await _scene.Load(id)).Slides.Single().Address);
    }

    [Fact]
    public async Task Slides_are_a_file_or_an_address_in_an_official_language_and_a_good_file_survives_the_refusal()
    {
        var id = await _scene.Plan();
        var both = await _scene.Upload(id, "fr", NewsSteps.Pdf, address: "https://exemple.eu/diapos");
        Assert.Equal(422, (int)both.Status);
        Assert.Contains("l’un des deux", both.ErrorAt("file")!, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await _scene.Upload(id, "de")).Status);
        Assert.Equal(303, (int)(await (await platform.As("colead-civil")).Submit(both, null, ("address", ""))).Status);
        var slides = (await _scene.Load(id)).Slides.Single();
        Assert.NotNull(slides.FileId);
        Assert.False(await platform.Db(db => db.Set<StagedFile>().AnyAsync(s => s.FileId == slides.FileId)));
    }

    [Fact]
    public async Task Slides_sent_twice_are_one_version_also_at_once()
    {
        var (id, once) = (await _scene.Plan(), Guid.CreateVersion7());
        var answers = await Task.WhenAll(_scene.Upload(id, "fr", once: once), _scene.Upload(id, "fr", once: once));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(303, (int)(await _scene.Upload(id, "fr", once: once)).Status);
        Assert.Single((await _scene.Load(id)).Slides);
    }

    [Fact]
    public async Task Two_who_bring_slides_at_once_make_two_versions_or_one_of_them_sends_again_and_nothing_is_lost()
    {
        var id = await _scene.Plan();
        var answers = await Task.WhenAll(_scene.Upload(id, "fr"), _scene.Upload(id, "fr", PresentationScene.Odp, "autres.odp", who: "colead-elected"));
        Assert.All(answers, a => Assert.Contains((int)a.Status, new[] { 303, 409 }));
        foreach (var late in answers.Where(a => (int)a.Status == 409))
        {
            var who = late == answers[0] ? "colead-civil" : "colead-elected";
            Assert.Equal(303, (int)(await (await platform.As(who)).Submit(late, null)).Status);
        }

        var slides = (await _scene.Load(id)).Slides;
        Assert.Equal([1, 2], slides.Select(s => s.Number).Order());
        Assert.Equal(2, slides.Select(s => s.FileId).Distinct().Count());
        Assert.False(await platform.Db(db => db.Set<StagedFile>().AnyAsync(s => slides.Select(x => x.FileId).Contains(s.FileId))));
    }

    [Fact]
    public async Task It_took_place_only_once_ready_and_past_its_hour_and_the_version_shown_is_kept()
    {
        var early = await _scene.Plan(day: "2021-01-28", hour: "10:00");
        var ready = await _scene.Ready("2021-01-28", "10:00");
        var coordinator = await platform.As("coordinator");
        Assert.Contains("Déclarez d’abord la présentation prête.", (await coordinator.Fill($"/fr/desk/presentations/{early}/given")).Main, StringComparison.Ordinal);
        Assert.Contains("n’a pas encore eu lieu", (await coordinator.Fill($"/fr/desk/presentations/{ready}/given")).Main, StringComparison.Ordinal);

        await _scene.Upload(ready, "nl", PresentationScene.Odp, "laatste.odp");
        await (await platform.As("colead-elected")).Fill($"/fr/desk/presentations/{ready}/ready");
        await platform.MoveTo(_scene.At(1, 28, 12));
        coordinator = await platform.As("coordinator");
        Assert.Equal(422, (int)(await coordinator.Fill($"/fr/desk/presentations/{ready}/given", ("shown.nl", "7"))).Status);
        Assert.Equal(422, (int)(await coordinator.Fill($"/fr/desk/presentations/{ready}/given", ("shown.nl", ""), ("shown.fr", ""))).Status);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{ready}/given", ("shown.nl", "1"))).Status);
        var given = await _scene.Load(ready);
        Assert.Equal((PresentationState.Given, false), (given.State, given.SlidesPublic));
        Assert.Equal(["fr 1", "nl 1"], given.Slides.Where(s => s.Shown).Select(s => $"{s.Language} {s.Number}").Order());
        Assert.Contains("versions montrées : FR 1, NL 1", (await coordinator.Get($"/fr/desk/presentations/{ready}")).Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(422, (int)(await _scene.Upload(ready, "fr")).Status);
    }

    private async Task Missing(Guid id, string words)
    {
        var answer = await (await platform.As("colead-elected")).Fill($"/fr/desk/presentations/{id}/ready");
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains($"Elle n’est pas prête. Il manque : {words}.", answer.Html.QuerySelector("#errors")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(PresentationState.Planned, (await _scene.Load(id)).State);
    }
}
