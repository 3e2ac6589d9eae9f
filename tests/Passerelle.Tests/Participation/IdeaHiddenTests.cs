using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>What is kept from readers, and what its author takes back.</summary>
public sealed class IdeaHiddenTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] Acts = ["", "/views", "/consent", "/merge", "/refuse", "/project"];

    [Fact]
    public async Task What_is_hidden_is_neither_read_nor_acted_upon_by_coordinators_and_waits_for_the_moderators()
    {
        var slug = await (await platform.As("citizen")).Propose("Cachée aux coordinateurs");
        await platform.AddView(slug);
        var shown = (await platform.Idea(slug)).Version;
        await platform.HideIdea(slug);
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        foreach (var act in Acts)
        {
            Assert.Equal(404, (int)(await coordinator.Get($"/fr/desk/ideas/{slug}{act}")).Status);
        }

        foreach (var act in Acts.Skip(1))
        {
            Assert.Equal(404, (int)(await coordinator.Post($"/fr/desk/ideas/{slug}{act}", ("version", Text(shown)))).Status);
        }

        // The Director reads it, but nobody goes on with it before the moderators decide.
        var page = await director.Get($"/fr/desk/ideas/{slug}");
        Assert.Contains("Masqué", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#acts"));
        Assert.Equal($"/fr/desk/ideas/{slug}", (await director.Get($"/fr/desk/ideas/{slug}/refuse")).Location);
        var refused = await director.Post($"/fr/desk/ideas/{slug}/refuse", ("version", Text((await platform.Idea(slug)).Version)), ("reason.source", "fr"), ("reason.fr", "Non."), ("reason.desk", "true"));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("les modérateurs décident d’abord", refused.Main, StringComparison.Ordinal);
        Assert.Equal(IdeaState.Diagnosis, (await platform.Idea(slug)).State);
    }

    [Fact]
    public async Task A_coordinator_does_nothing_with_a_hidden_idea_of_their_own()
    {
        var coordinator = await platform.As("coordinator");
        var slug = await coordinator.Propose("Ma propre idée masquée");
        await platform.HideIdea(slug);
        var answer = await coordinator.Post($"/fr/desk/ideas/{slug}/views", ("once", Guid.CreateVersion7().ToString()), ("actor", "Moi"), ("on", platform.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("words.fr", "Oui."), ("words.source", "fr"), ("words.desk", "true"));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("n’est pas visible", answer.Main, StringComparison.Ordinal);
        Assert.Empty((await platform.Idea(slug)).Views);
    }

    [Fact]
    public async Task No_project_begins_with_the_words_of_an_idea_that_was_hidden_after_it_was_accepted()
    {
        var slug = await (await platform.As("citizen")).Propose("Acceptée puis masquée");
        await platform.Consent(slug);
        await (await platform.As("director")).Fill($"/fr/desk/ideas/{slug}/accept");
        var (coordinator, id) = (await platform.As("coordinator"), (await platform.Idea(slug)).Id);
        async Task<string> Name() => ((AngleSharp.Html.Dom.IHtmlInputElement)(await coordinator.Get($"/fr/desk/projects/new?from={id}")).Html.QuerySelector("input[name='name.fr']")!).Value;
        Assert.Equal("Acceptée puis masquée", await Name());
        await platform.HideIdea(slug);
        Assert.Equal("", await Name());
        var late = await coordinator.Fill($"/fr/desk/projects/new?from={id}", [.. new[] { "name", "summary", "purpose" }.SelectMany(f => new (string, string?)[] { ($"{f}.source", "fr"), ($"{f}.fr", "Un projet sans elle"), ($"{f}.nl", "Een project zonder") }), ("group", await platform.GroupId("parc-bleu"))]);
        Assert.Equal(422, (int)late.Status);
        Assert.Null((await platform.Idea(slug)).ProjectId);
    }

    [Fact]
    public async Task The_title_of_a_hidden_idea_does_not_show_on_the_page_of_one_that_goes_on_in_it()
    {
        var (author, other) = (await platform.As("citizen"), await platform.As("member-citizen"));
        var (stays, goes) = (await author.Propose("Une fontaine place du marché"), await other.Propose("De l’eau au marché"));
        await platform.Merge(goes, stays);
        await platform.Deliver();
        Assert.Contains("Une fontaine place du marché", (await platform.Visitor().Get($"/fr/ideas/{goes}")).Main, StringComparison.Ordinal);
        await platform.HideIdea(stays);
        await platform.Deliver();
        foreach (var guest in new[] { platform.Visitor(), await platform.As("juror"), await platform.As("coordinator") })
        {
            var page = await guest.Get($"/fr/ideas/{goes}");
            Assert.Equal(200, (int)page.Status);
            Assert.DoesNotContain("Une fontaine place du marché", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"/ideas/{stays}", page.Text, StringComparison.Ordinal);
        }

        var support = await (await platform.As("juror")).Post($"/fr/ideas/{goes}/support");
        Assert.Equal(422, (int)support.Status);
        Assert.DoesNotContain("Une fontaine place du marché", support.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_author_does_not_take_back_what_others_propose_with_them()
    {
        var author = await platform.As("citizen");
        var (stays, goes) = (await author.Propose("Un banc devant l’école"), await (await platform.As("member-citizen")).Propose("S’asseoir devant l’école"));
        Assert.NotNull((await author.Get($"/fr/ideas/{stays}")).Html.QuerySelector("a[href$='/withdraw']"));
        await platform.Merge(goes, stays);
        Assert.Null((await author.Get($"/fr/ideas/{stays}")).Html.QuerySelector("a[href$='/withdraw']"));
        var answer = await author.Post($"/fr/ideas/{stays}/withdraw");
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("D’autres personnes la proposent avec vous", answer.Main, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await platform.Visitor().Get($"/fr/ideas/{stays}")).Status);
    }

    [Fact]
    public async Task What_was_reported_and_is_taken_back_is_no_longer_asked_of_the_moderators()
    {
        var author = await platform.As("citizen");
        var slug = await author.Propose("Signalée puis retirée");
        var id = (await platform.Idea(slug)).Id;
        await (await platform.As("member-citizen")).Fill($"/fr/report/idea/{id}", ("words", "Hors sujet"));
        await platform.Deliver();
        var moderator = await platform.As("moderator");
        var address = "/fr/desk/moderation/" + await platform.IdeaCase(slug);
        Assert.Contains((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        Assert.Equal(303, (int)(await author.Fill($"/fr/ideas/{slug}/withdraw")).Status);
        await platform.Deliver();
        Assert.DoesNotContain((await moderator.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        Assert.Null((await moderator.Get("/fr/desk/moderation")).Html.QuerySelector($"a[href='{address}']"));
        Assert.NotNull((await moderator.Get("/fr/desk/moderation?show=Settled")).Html.QuerySelector($"a[href='{address}']"));
        var page = await moderator.Get(address);
        Assert.Contains("Retiré par son auteur", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("main form"));
        Assert.Equal(422, (int)(await moderator.Post(address + "/decide", ("decision", "leave"), ("reason", "Trop tard"))).Status);
        Assert.Contains(await platform.MailsOf("member-citizen"), m => m.Subject == "De tekst die u gemeld hebt, is ingetrokken");
        Assert.DoesNotContain(await platform.MailsOf("citizen"), m => m.Text.Contains("Signalée puis retirée", StringComparison.Ordinal) && m.Subject != "Merci pour votre proposition");
        Assert.Equal(404, (int)(await platform.Visitor().Post($"/fr/report/idea/{id}", ("words", "Encore"))).Status);
        Assert.Equal(404, (int)(await author.Get("/fr/moderation/" + await platform.IdeaCase(slug))).Status);
    }

    [Fact]
    public async Task An_appeal_ends_when_its_author_takes_the_idea_back()
    {
        var author = await platform.As("citizen");
        var slug = await author.Propose("Retirée pendant le recours");
        await platform.HideIdea(slug);
        var about = await platform.IdeaCase(slug);
        await author.Fill($"/fr/moderation/{about}", ("words", "Je conteste"));
        await author.Fill($"/fr/ideas/{slug}/withdraw");
        await platform.Deliver();
        Assert.Equal(CaseState.Dropped, await platform.Db(db => db.Set<ModerationCase>().Where(c => c.Id == about).Select(c => c.State).SingleAsync()));
        Assert.Contains("Retiré par son auteur", (await author.Get($"/fr/moderation/{about}")).Main, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await (await platform.As("director")).Post($"/fr/desk/moderation/{about}/answer", ("decision", "restore"), ("reason", "Trop tard"))).Status);
        Assert.DoesNotContain((await (await platform.As("director")).Get("/fr/desk/tasks")).Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == $"/fr/desk/moderation/{about}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
