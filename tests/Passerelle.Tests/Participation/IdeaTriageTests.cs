using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class IdeaTriageTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private string Today => platform.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_Dutch_idea_goes_through_diagnosis_and_consent_to_a_project_and_its_author_follows_each_step()
    {
        var author = await platform.As("member-citizen");
        var slug = await author.Propose("Waterkranen langs het jaagpad", "nl", "Onderweg is er nergens drinkwater.");
        await platform.AddView(slug, "Waterbedrijf");
        await platform.AddView(slug, "Ville voisine");
        var seen = await platform.Visitor().Get($"/nl/ideas/{slug}");
        Assert.Equal(["Waterbedrijf", "Ville voisine"], seen.Html.QuerySelectorAll("main article.card h3").Select(h => h.TextContent));
        Assert.Contains("In diagnose", seen.Main, StringComparison.Ordinal);

        var coordinator = await platform.As("coordinator");
        Assert.Equal($"/fr/desk/ideas/{slug}", (await coordinator.Fill($"/fr/desk/ideas/{slug}/consent", ("group", await platform.GroupId("parc-bleu")), ("on", Today))).Location);
        var director = await platform.As("director");
        Assert.Contains("voulues par un groupe attendent votre décision", (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.Contains("Waterkranen langs het jaagpad", (await director.Get("/fr/desk/ideas")).Main, StringComparison.Ordinal);
        Assert.Equal($"/fr/desk/ideas/{slug}", (await director.Fill($"/fr/desk/ideas/{slug}/accept")).Location);

        // The project begins with the words of the idea, and the idea shows the project.
        var begin = (await coordinator.Get($"/fr/desk/ideas/{slug}")).Html.QuerySelector("a[href*='/desk/projects/new?from=']")!.GetAttribute("href")!;
        var form = await coordinator.Get(begin);
        Assert.Equal("Waterkranen langs het jaagpad", ((AngleSharp.Html.Dom.IHtmlInputElement)form.Html.QuerySelector("input[name='name.nl']")!).Value);
        Assert.Contains("Onderweg is er nergens drinkwater.", form.Html.QuerySelector("textarea[name='purpose.nl']")!.TextContent, StringComparison.Ordinal);
        var made = await coordinator.Submit(form, "main form[method=post]", ("name.desk", "true"), ("purpose.desk", "true"), ("summary.source", "nl"), ("summary.nl", "Kranen."), ("summary.desk", "true"));
        Assert.Equal(303, (int)made.Status);
        await platform.Deliver();
        var page = await platform.Visitor().Get($"/nl/ideas/{slug}");
        Assert.NotNull(page.Html.QuerySelector("main a[href='/nl/projects/waterkranen-langs-het-jaagpad']"));
        Assert.NotNull(page.Html.QuerySelector("main a[href='/nl/groups/parc-bleu']"));
        Assert.Contains("Aanvaard", (await author.Get("/nl/desk/my-ideas")).Main, StringComparison.Ordinal);

        var mails = (await platform.MailsOf("member-citizen")).Where(m => m.Text.Contains("Waterkranen", StringComparison.Ordinal)).Select(m => m.Subject);
        Assert.Equal(["Dank u voor uw voorstel", "Uw voorstel wordt onderzocht", "Een groep wil met uw voorstel verder", "Uw voorstel is aanvaard", "Het project uit uw voorstel"], mails);
        var id = (await platform.Idea(slug)).Id;
        Assert.Equal(["idea.sent", "idea.diagnosis-begun", "idea.view-added", "idea.consented", "idea.accepted", "idea.became-project"],
            await platform.Db(db => db.Events.Where(e => e.SubjectId == id && e.IsPublic).OrderBy(e => e.Number).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task The_Director_accepts_into_a_project_that_exists_or_it_is_linked_afterwards_and_to_one_only()
    {
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var project = await Project("jalonnement-lys");
        var direct = await (await platform.As("citizen")).Propose("Des panneaux lisibles");
        await platform.Consent(direct);
        await director.Fill($"/fr/desk/ideas/{direct}/accept", ("project", project));
        Assert.Equal(project, (await platform.Idea(direct)).ProjectId.ToString());
        Assert.Equal(422, (int)(await coordinator.Post($"/fr/desk/ideas/{direct}/project", ("version", $"{(await platform.Idea(direct)).Version}"), ("project", await Project("haltes-velo-lys")))).Status);

        var later = await (await platform.As("citizen")).Propose("Des bancs au bord de l’eau");
        await platform.Consent(later);
        var unknown = await director.Fill($"/fr/desk/ideas/{later}/accept", ("project", Guid.NewGuid().ToString()));
        Assert.Equal(422, (int)unknown.Status);
        Assert.Contains("Choisissez un projet en cours du groupe", unknown.ErrorAt("project"), StringComparison.Ordinal);
        await director.Fill($"/fr/desk/ideas/{later}/accept");
        Assert.NotNull((await coordinator.Fill($"/fr/desk/ideas/{later}/project")).ErrorAt("project"));
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/ideas/{later}/project", ("project", project))).Status);
        Assert.Equal(project, (await platform.Idea(later)).ProjectId.ToString());
    }

    [Fact]
    public async Task A_refusal_has_a_reason_in_the_language_of_the_author_who_gets_it_by_mail_and_on_the_page()
    {
        var slug = await (await platform.As("member-citizen")).Propose("Een kabelbaan", "nl");
        var coordinator = await platform.As("coordinator");
        var address = $"/fr/desk/ideas/{slug}/refuse";
        var none = await coordinator.Fill(address);
        Assert.Equal(422, (int)none.Status);
        Assert.NotNull(none.ErrorAt("reason.fr"));
        var french = await coordinator.Fill(address, ("reason.source", "fr"), ("reason.fr", "Trop cher."), ("reason.desk", "true"));
        Assert.Equal(422, (int)french.Status);
        Assert.Contains("Nederlands", french.ErrorAt("reason.nl"), StringComparison.Ordinal);
        Assert.Contains("Trop cher.", french.Html.QuerySelector("textarea[name='reason.fr']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Fill(address, ("reason.source", "fr"), ("reason.fr", "Trop cher pour trois cents mètres."), ("reason.nl", "Te duur voor driehonderd meter."))).Status);
        await platform.Deliver();
        var mail = (await platform.MailsOf("member-citizen")).Single(m => m.Subject == "Uw voorstel is niet aanvaard" && m.Text.Contains("driehonderd meter", StringComparison.Ordinal));
        Assert.Contains("Te duur voor driehonderd meter.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trop cher", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Trop cher pour trois cents mètres.", (await platform.Visitor().Get($"/fr/ideas/{slug}")).Main, StringComparison.Ordinal);
        foreach (var act in new[] { "views", "consent", "merge" })
        {
            Assert.Equal($"/fr/desk/ideas/{slug}", (await coordinator.Get($"/fr/desk/ideas/{slug}/{act}")).Location);
        }

        var again = await coordinator.Post($"/fr/desk/ideas/{slug}/views", ("actor", "Ville"), ("on", Today), ("words.fr", "Oui."), ("words.source", "fr"), ("words.desk", "true"));
        Assert.Equal(422, (int)again.Status);
        Assert.Contains("déjà tranchée", again.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_group_wants_it_only_the_Director_refuses_or_accepts()
    {
        var slug = await (await platform.As("citizen")).Propose("Voulue par le groupe");
        await platform.Consent(slug);
        var coordinator = await platform.As("coordinator");
        Assert.Equal(403, (int)(await coordinator.Get($"/fr/desk/ideas/{slug}/refuse")).Status);
        Assert.Equal(403, (int)(await coordinator.Post($"/fr/desk/ideas/{slug}/refuse", ("reason.fr", "Non."), ("reason.desk", "true"))).Status);
        Assert.Equal(403, (int)(await coordinator.Post($"/fr/desk/ideas/{slug}/accept")).Status);
        Assert.Equal(IdeaState.Consented, (await platform.Idea(slug)).State);
        Assert.Equal(303, (int)(await (await platform.As("director")).Fill($"/fr/desk/ideas/{slug}/refuse", ("reason.source", "fr"), ("reason.fr", "Pas cette année."), ("reason.desk", "true"))).Status);
    }

    [Fact]
    public async Task Consent_needs_a_diagnosis_a_group_in_ones_charge_and_a_day_that_has_been()
    {
        var slug = await (await platform.As("citizen")).Propose("Consentement refusé");
        var coordinator = await platform.As("coordinator");
        var (group, other, version) = (await platform.GroupId("parc-bleu"), await platform.GroupId("television-voisine"), (await platform.Idea(slug)).Version.ToString(CultureInfo.InvariantCulture));
        var early = await coordinator.Post($"/fr/desk/ideas/{slug}/consent", ("version", version), ("group", group), ("on", Today));
        Assert.Equal(422, (int)early.Status);
        Assert.Contains("Ajoutez d’abord au moins un avis", early.Main, StringComparison.Ordinal);
        await platform.AddView(slug);
        var address = $"/fr/desk/ideas/{slug}/consent";
        Assert.Contains("Choisissez un groupe dont vous avez la charge.", (await coordinator.Fill(address, ("group", other), ("on", Today))).ErrorAt("group"), StringComparison.Ordinal);
        Assert.Contains("Cette date est à venir.", (await coordinator.Fill(address, ("group", group), ("on", "2031-01-01"))).ErrorAt("on"), StringComparison.Ordinal);
        Assert.Contains("n’existait pas encore", (await coordinator.Fill(address, ("group", group), ("on", "2019-01-01"))).ErrorAt("on"), StringComparison.Ordinal);
        var director = await platform.As("director");
        var yes = await director.Post($"/fr/desk/ideas/{slug}/accept", ("version", $"{(await platform.Idea(slug)).Version}"), ("project", ""));
        Assert.Equal(422, (int)yes.Status);
        Assert.Contains("Un groupe doit d’abord y consentir.", yes.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await director.Fill(address, ("group", other), ("on", Today))).Status);
    }

    [Fact]
    public async Task A_view_names_its_actor_and_day_and_two_added_at_once_both_stand()
    {
        var slug = await (await platform.As("citizen")).Propose("Deux avis à la fois");
        var coordinator = await platform.As("coordinator");
        var wrong = await coordinator.Post($"/fr/desk/ideas/{slug}/views", ("actor", " "), ("on", "demain"), ("words.fr", ""), ("words.source", "fr"));
        Assert.Equal(422, (int)wrong.Status);
        Assert.All(new[] { "actor", "on", "words.fr" }, f => Assert.NotNull(wrong.ErrorAt(f)));
        var once = Guid.CreateVersion7().ToString();
        Task<Answer> Add(string actor, string id) => coordinator.Post($"/fr/desk/ideas/{slug}/views", ("once", id), ("actor", actor), ("on", Today), ("words.fr", "Oui."), ("words.source", "fr"), ("words.desk", "true"));
        var answers = await Task.WhenAll(Add("Ville A", once), Add("Ville A", once), Add("Ville B", Guid.CreateVersion7().ToString()));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(["Ville A", "Ville B"], (await platform.Idea(slug)).Views.Select(v => v.Actor).Order());
    }

    [Fact]
    public async Task Two_ideas_become_one_with_thanks_to_both_authors_and_the_supports_count_together()
    {
        var (one, two) = (await platform.As("citizen"), await platform.As("member-citizen"));
        var stays = await one.Propose("Un potager partagé");
        var goes = await two.Propose("Een gedeelde moestuin", "nl");
        var (both, only) = (await platform.As("juror"), await platform.As("juror2"));
        await both.Post($"/fr/ideas/{stays}/support");
        await both.Post($"/fr/ideas/{goes}/support");
        await only.Post($"/fr/ideas/{goes}/support");
        var coordinator = await platform.As("coordinator");
        var form = await coordinator.Get($"/fr/desk/ideas/{goes}/merge");
        Assert.Equal("Un potager partagé", form.Html.QuerySelectorAll("select[name=into] option")[1].TextContent);
        Assert.NotNull((await coordinator.Submit(form, null)).ErrorAt("into"));
        Assert.NotNull((await coordinator.Submit(form, null, ("into", Guid.NewGuid().ToString()))).ErrorAt("into"));
        var self = await coordinator.Submit(form, null, ("into", (await platform.Idea(goes)).Id.ToString()));
        Assert.Contains("Une proposition ne se réunit pas à elle-même.", self.ErrorAt("into"), StringComparison.Ordinal);
        var closed = await coordinator.Submit(form, null, ("into", (await platform.Idea("un-tram-lille-courtrai")).Id.ToString()));
        Assert.Contains("Choisissez une proposition encore ouverte.", closed.ErrorAt("into"), StringComparison.Ordinal);
        Assert.Equal($"/fr/desk/ideas/{stays}", (await coordinator.Submit(form, null, ("into", (await platform.Idea(stays)).Id.ToString()))).Location);
        await platform.Deliver();

        Assert.Equal(2, await platform.Supports(stays));
        var page = (await platform.Visitor().Get($"/nl/ideas/{stays}")).Main;
        Assert.Contains("Camille Rohartin", page, StringComparison.Ordinal);
        Assert.Contains("Annelies Roelbrechts", page, StringComparison.Ordinal);
        Assert.NotNull((await platform.Visitor().Get($"/fr/ideas/{goes}")).Html.QuerySelector($"main a[href='/fr/ideas/{stays}']"));
        Assert.Contains(await platform.MailsOf("member-citizen"), m => m.Subject == "Uw voorstel gaat samen met een ander" && m.Text.Contains("Un potager partagé", StringComparison.Ordinal));
        Assert.Contains(await platform.MailsOf("citizen"), m => m.Subject == "Une autre proposition rejoint la vôtre");
        Assert.DoesNotContain(await platform.MailsOf("member-citizen"), m => m.Subject == "Een ander voorstel gaat samen met het uwe");
        Assert.Contains("Un potager partagé", (await two.Get("/fr/desk/my-ideas")).Main, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await coordinator.Post($"/fr/desk/ideas/{goes}/merge", ("version", $"{(await platform.Idea(goes)).Version}"), ("into", (await platform.Idea(stays)).Id.ToString()))).Status);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_shown_that_somebody_was_quicker()
    {
        var slug = await (await platform.As("citizen")).Propose("Décidée à deux");
        await platform.Consent(slug);
        var version = (await platform.Idea(slug)).Version.ToString(CultureInfo.InvariantCulture);
        var (one, two) = (await platform.As("director"), await platform.As("director"));
        var answers = await Task.WhenAll(
            one.Post($"/fr/desk/ideas/{slug}/accept", ("version", version), ("project", "")),
            two.Post($"/fr/desk/ideas/{slug}/refuse", ("version", version), ("reason.source", "fr"), ("reason.fr", "Non."), ("reason.desk", "true")));
        Assert.Equal([303, 409], answers.Select(a => (int)a.Status).Order());
        Assert.Equal(1, await platform.Db(async db =>
        {
            var id = (await platform.Idea(slug)).Id;
            return await db.Events.CountAsync(e => e.SubjectId == id && (e.Name == "idea.accepted" || e.Name == "idea.refused"));
        }));
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("colead-elected")]
    [InlineData("moderator")]
    [InlineData("administrator")]
    public async Task Nobody_but_coordinators_and_the_Director_looks_into_ideas(string who)
    {
        var guest = await platform.As(who);
        Assert.Equal(403, (int)(await guest.Get("/fr/desk/ideas")).Status);
        Assert.Equal(403, (int)(await guest.Get("/fr/desk/ideas/cafe-des-langues")).Status);
        foreach (var path in new[] { "/cafe-des-langues/views", "/cafe-des-langues/consent", "/cafe-des-langues/accept", "/cafe-des-langues/project", "/cafe-des-langues/refuse", "/cafe-des-langues/merge" })
        {
            Assert.Equal(403, (int)(await guest.Get("/fr/desk/ideas" + path)).Status);
            Assert.Equal(403, (int)(await guest.Post("/fr/desk/ideas" + path)).Status);
        }

        Assert.DoesNotContain("/desk/ideas", (await guest.Get("/fr/desk")).Text, StringComparison.Ordinal);
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Post("/fr/desk/ideas/cafe-des-langues/refuse")).Location, StringComparison.Ordinal);
    }

    private Task<string> Project(string slug) => platform.Db(async db => (await db.Set<Project>().Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync()).ToString());
}

/// <summary>What ideas show on other pages; by itself, since a theme shows the newest of its ideas alone.</summary>
public sealed class IdeasElsewhereTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_theme_and_the_day_of_a_coordinator_show_what_there_is()
    {
        Assert.NotNull((await platform.Visitor().Get("/nl/programme/themes/mobilites-durables")).Html.QuerySelector("main #theme-ideas ~ ul a[href='/nl/ideas/fietsbrug-over-de-leie-in-komen']"));
        Assert.Contains("propositions à examiner", (await (await platform.As("coordinator2")).Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("attendent votre décision", (await (await platform.As("coordinator2")).Get("/fr/desk")).Main, StringComparison.Ordinal);
        var queue = await (await platform.As("coordinator")).Get("/nl/desk/ideas?show=Decided");
        Assert.Contains("Niet aanvaard", queue.Main, StringComparison.Ordinal);
        Assert.Contains("Samengevoegd", queue.Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await (await platform.As("coordinator")).Get("/nl/desk/ideas/nacht-van-de-sterren")).Status);
    }
}
