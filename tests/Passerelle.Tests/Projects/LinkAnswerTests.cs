using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;
using Passerelle.Projects;
using Passerelle.Tasks;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What becomes of a proposed link: who answers, and how it ends.</summary>
public sealed class LinkAnswerTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly LinkScene _links = new(platform);
    private readonly ProjectScene _projects = new(platform);

    [Fact]
    public async Task The_coordinator_of_the_second_end_is_asked_by_task_and_mail_and_accepting_settles_it()
    {
        var id = await Waiting("Demandé");
        Assert.Contains(await _links.Person("coordinator2"), await _links.Asked(id));
        Assert.DoesNotContain(await _links.Person("coordinator"), await _links.Asked(id));
        var mail = Assert.Single(await MailsAbout(id, "wouter.lannoyaert"));
        Assert.Contains("dwarsverband wacht op uw antwoord", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"/nl/desk/links/{id}", mail.Html, StringComparison.Ordinal);

        Assert.Equal(303, (int)(await _links.Decide(id, "coordinator2", language: "nl")).Status);
        Assert.Empty(await _links.Asked(id));
        var link = await _links.Load(id);
        Assert.Equal((LinkState.Accepted, await _links.Person("coordinator2"), false), (link.State, link.DecidedBy, link.OnBehalf));
        Assert.Contains("Votre lien est accepté", Assert.Single(await MailsAbout(id, "mathilde.brasseau")).Subject, StringComparison.Ordinal);
        Assert.Contains("a accepté un lien transversal (dépend de)", (await (await platform.As("coordinator")).Get($"/fr/desk/links/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_needs_a_reason_which_who_proposed_it_reads()
    {
        var id = await Waiting("Décliné");
        var without = await _links.Decide(id, "coordinator2", "Decline");
        Assert.Equal(422, (int)without.Status);
        Assert.Contains("Dites pourquoi.", without.ErrorAt("reason.fr"), StringComparison.Ordinal);
        Assert.Equal(LinkState.Proposed, (await _links.Load(id)).State);
        Assert.Equal(303, (int)(await _links.Decide(id, "coordinator2", "Decline", "Trop tôt.")).Status);
        Assert.Empty(await _links.Asked(id));
        Assert.Contains("Trop tôt.", Assert.Single(await MailsAbout(id, "mathilde.brasseau")).Html, StringComparison.Ordinal);
        Assert.Contains("Trop tôt.", (await (await platform.As("coordinator")).Get($"/fr/desk/links/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_answers_for_the_other_side()
    {
        var id = await Waiting("À eux");
        foreach (var (who, code) in new[] { ("coordinator", 303), ("citizen", 403), ("colead-elected", 403), ("partner", 403), ("administrator", 403) })
        {
            Assert.Equal(code, (int)(await (await platform.As(who)).Post($"/fr/desk/links/{id}", ("decision", "Accept"), ("version", "1"))).Status);
        }

        Assert.Empty((await (await platform.As("coordinator")).Get($"/fr/desk/links/{id}")).Html.QuerySelectorAll("[name=decision]"));
        await (await platform.As("coordinator2")).Post($"/fr/desk/links/{id}/withdraw", ("version", "1")); // leads back to the link
        Assert.Equal(LinkState.Proposed, (await _links.Load(id)).State);
    }

    [Fact]
    public async Task Who_proposed_it_takes_it_back_until_it_is_answered()
    {
        var id = await Waiting("Repris");
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/links/{id}/withdraw")).Status);
        Assert.Equal(LinkState.Withdrawn, (await _links.Load(id)).State);
        Assert.Empty(await _links.Asked(id));
        var late = await (await platform.As("coordinator2")).Post($"/fr/desk/links/{id}", ("decision", "Accept"), ("version", await Version(id)));
        Assert.Equal(422, (int)late.Status);
        Assert.Contains("Ce lien a déjà reçu sa réponse.", late.Main, StringComparison.Ordinal);
        Assert.Equal(LinkState.Withdrawn, (await _links.Load(id)).State);
    }

    [Fact]
    public async Task What_has_ended_meanwhile_is_not_accepted()
    {
        var slug = await _projects.Begin("Fini avant");
        var id = await _links.Propose(await _links.Project(slug), LinkKind.DependsOn, await _links.Group(LinkScene.Theirs));
        // At this moment the link has not fallen yet: what ends it is delivered after.
        await platform.Db(db => db.Set<Project>().Where(p => p.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(p => p.Phase, Phase.Abandoned)));
        platform.Services.GetRequiredService<Generations>().RaiseAll();
        var answer = await _links.Decide(id, "coordinator2");
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("est terminé", answer.ErrorAt("decision"), StringComparison.Ordinal);
        Assert.Equal(LinkState.Proposed, (await _links.Load(id)).State);
    }

    [Fact]
    public async Task An_answer_that_comes_while_it_is_taken_back_loses_the_race()
    {
        var id = await Waiting("Course");
        var (coordinator, other) = (await platform.As("coordinator"), await platform.As("coordinator2"));
        var (back, page) = (await coordinator.Get($"/fr/desk/links/{id}/withdraw"), await other.Get($"/nl/desk/links/{id}"));
        Assert.Equal(303, (int)(await other.Submit(page, null, ("decision", "Accept"))).Status);
        Assert.Equal(409, (int)(await coordinator.Submit(back, null)).Status);
        Assert.Equal(LinkState.Accepted, (await _links.Load(id)).State);
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("coordinator2")]
    public async Task Either_side_ends_an_accepted_link_with_a_reason(string who)
    {
        var id = await _links.Accepted(await _links.Project(await _projects.Begin($"Fini par {who}")), LinkKind.DependsOn, await _links.Group(LinkScene.Theirs), "coordinator2");
        var guest = await platform.As(who);
        var without = await guest.Fill($"/nl/desk/links/{id}/end", ("reason.source", "nl"));
        Assert.Equal(422, (int)without.Status);
        Assert.NotNull(without.ErrorAt("reason.nl"));
        Assert.Equal(303, (int)(await guest.Fill($"/nl/desk/links/{id}/end", ("reason.source", "nl"), ("reason.nl", "Het werk is klaar."), ("reason.fr", "C’est fait."))).Status);
        var link = await _links.Load(id);
        Assert.Equal((LinkState.Ended, null, "Het werk is klaar."), (link.State, link.OpenKey, link.Reason.SourceValue));
        await platform.Deliver();
        var address = who == "coordinator" ? "wouter.lannoyaert" : "mathilde.brasseau";
        Assert.Contains(await MailsAbout(id, address), m => m.Subject is "Een dwarsverband is beëindigd" or "Un lien est terminé");
    }

    [Fact]
    public async Task Only_the_two_sides_and_the_director_end_a_link_and_only_an_accepted_one()
    {
        var id = await Waiting("Pas encore");
        var coordinator = await platform.As("coordinator");
        Assert.Equal($"/fr/desk/links/{id}", (await coordinator.Get($"/fr/desk/links/{id}/end")).Location);
        var early = await coordinator.Post($"/fr/desk/links/{id}/end", ("reason.source", "fr"), ("reason.fr", "Non."), ("reason.nl", "Nee."), ("version", await Version(id)));
        Assert.Equal(422, (int)early.Status);
        Assert.Contains("Seul un lien accepté se termine.", early.Main, StringComparison.Ordinal);
        var between = await _links.Put(LinkKind.SharesCall, await _links.Group("alternance"), await _links.Group("campus-frontiere"));
        Assert.Equal(403, (int)(await coordinator.Get($"/fr/desk/links/{between}/end")).Status);
        Assert.Equal(403, (int)(await coordinator.Post($"/fr/desk/links/{between}/end", ("reason.source", "fr"), ("reason.fr", "Non."), ("version", "1"))).Status);
        Assert.Equal(200, (int)(await (await platform.As("director")).Get($"/fr/desk/links/{between}/end")).Status);
    }

    [Fact]
    public async Task A_partners_delegate_accepts_what_is_proposed_to_the_partner()
    {
        var id = await _links.Propose(await _links.Project(await _projects.Begin("Avec IDETA")), LinkKind.SharesActor, "partner:IDETA");
        Assert.Equal([await _links.Person("partner")], await _links.Asked(id));
        var page = await (await platform.As("partner")).Get($"/fr/desk/links/{id}");
        Assert.DoesNotContain("au nom du partenaire", page.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await _links.Decide(id, "partner")).Status);
        var link = await _links.Load(id);
        Assert.Equal((LinkState.Accepted, false), (link.State, link.OnBehalf));
        Assert.Empty(await _links.Asked(id));
    }

    [Fact]
    public async Task The_director_accepts_on_behalf_of_a_partner_which_is_recorded_and_another_partners_delegate_does_not()
    {
        var id = await _links.Propose(await _links.Project(await _projects.Begin("Avec la MEL")), LinkKind.SharesActor, "partner:MEL");
        Assert.Equal([await _links.Person("director")], await _links.Asked(id)); // nobody is its delegate
        Assert.Equal(403, (int)(await (await platform.As("partner")).Get($"/fr/desk/links/{id}")).Status);
        Assert.Equal(403, (int)(await (await platform.As("partner")).Post($"/fr/desk/links/{id}", ("decision", "Accept"), ("version", "1"))).Status);
        Assert.Equal(303, (int)(await _links.Decide(id, "director")).Status);
        Assert.True((await _links.Load(id)).OnBehalf);
        var page = (await (await platform.As("coordinator")).Get($"/fr/desk/links/{id}")).Main.Replace('\u00A0', ' ');
        Assert.Contains("Accepté par la direction au nom du partenaire « Métropole Européenne de Lille »", page, StringComparison.Ordinal);
        Assert.Contains("a accepté un lien transversal au nom du partenaire", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_over_the_second_end_is_asked_too()
    {
        var id = await Waiting("Relève", "gardiens-de-l-eau");
        var before = await _links.Asked(id);
        var person = await _links.Person("coordinator");
        var deputy = await (await platform.As("director")).Post("/fr/desk/groups/gardiens-de-l-eau/coordinators", ("person", person.ToString()), ("from", "2021-01-20"), ("until", "2021-02-14"), ("deputy", "true"));
        Assert.Equal(303, (int)deputy.Status);
        Assert.Equal([.. before.Append(person).Order()], (await _links.Asked(id)).Order());
    }

    [Fact]
    public async Task A_partners_delegate_who_answers_or_ends_a_link_stays_with_it_and_is_not_sent_to_a_list_that_is_closed_to_them()
    {
        var id = await _links.Propose(await _links.Project(await _projects.Begin("Reste avec le lien")), LinkKind.SharesCall, "partner:IDETA");
        var partner = await platform.As("partner");
        Assert.Null((await partner.Get($"/fr/desk/links/{id}")).Html.QuerySelector("a[href='/fr/desk/links']"));
        Assert.NotNull((await (await platform.As("coordinator")).Get($"/fr/desk/links/{id}")).Html.QuerySelector("nav a[href='/fr/desk/links']"));
        Assert.Equal($"/fr/desk/links/{id}", (await partner.Fill($"/fr/desk/links/{id}", ("decision", "Accept"))).Location);
        var page = await partner.Get($"/fr/desk/links/{id}");
        Assert.Contains("Le lien est accepté.", page.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("a[href='/fr/desk/links']"));
        var ended = await partner.Fill($"/fr/desk/links/{id}/end", ("reason.source", "fr"), ("reason.fr", "Fait."), ("reason.nl", "Klaar."));
        Assert.Equal((303, $"/fr/desk/links/{id}"), ((int)ended.Status, ended.Location));
        Assert.Equal(200, (int)(await partner.Get(ended.Location!)).Status);
    }

    private async Task<List<ReadMail>> MailsAbout(Guid link, string name) =>
        [.. (await platform.MailsTo($"{name}@demo.passerelle.example")).Where(m => m.Html.Contains($"/desk/links/{link}", StringComparison.Ordinal) && !m.Html.Contains("/desk/tasks", StringComparison.Ordinal))];

    private async Task<string> Version(Guid id) => (await _links.Load(id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Guid> Waiting(string name, string group = LinkScene.Theirs) =>
        await _links.Propose(await _links.Project(await _projects.Begin(name)), LinkKind.DependsOn, await _links.Group(group));
}

/// <summary>A link that waits, as its coordinators change.</summary>
public sealed class LinkHandOverTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly LinkScene _links = new(platform);

    [Fact]
    public async Task What_waits_goes_with_the_group_that_is_handed_over()
    {
        var id = await _links.Propose(await _links.Group(LinkScene.Theirs), LinkKind.ConflictsWith, await _links.Group("bibliotheques-voisines"), "coordinator2");
        var (from, to) = (await _links.Person("coordinator"), await _links.Person("coordinator2"));
        var answer = await (await platform.As("director")).Fill("/fr/desk/groups/bibliotheques-voisines/hand-over", ("person", to.ToString()), ("from", from.ToString()));
        Assert.Equal(303, (int)answer.Status);
        Assert.Contains(from, await _links.Asked(id));
        await platform.MoveTo(platform.Clock.At(platform.Clock.Today.AddDays(1), new TimeOnly(1, 0)));
        await platform.Deliver();
        Assert.DoesNotContain(from, await _links.Asked(id));
        Assert.Contains(to, await _links.Asked(id));
    }
}
