using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class TechnicalTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Coordinator = "mathilde.brasseau@demo.passerelle.example";
    private const string Proximity = "/fr/desk/groups/new-technical?kind=Proximity&commune=33029";
    private const string Consultation = "/fr/desk/groups/new-technical?kind=EuropeanConsultation";
    private const string Other = "/fr/desk/groups/new-technical?kind=Other";

    private static (string Name, string? Value)[] Words(string name, params (string Name, string? Value)[] more) =>
    [
        ("once", Guid.CreateVersion7().ToString()), ("name.source", "fr"), ("name.desk", "true"), ("name.fr", name), ("name.nl", ""), ("purpose.source", "fr"), ("purpose.desk", "true"), ("purpose.fr", "Un but."), ("purpose.nl", ""),
        ("standing", "Supported"), ("sunset", "2021-12-31"), .. more,
    ];

    private Task<Group> Find(string name) => platform.Db(async db =>
        (await db.Set<Group>().AsNoTracking().Include(g => g.Members).ToListAsync()).Single(g => g.Name.SourceValue == name));

    private Task<Guid> IdOf(string slug) => platform.Db(db => db.Set<Group>().Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync());

    [Fact]
    public async Task A_proximity_group_proposes_the_mayors_across_the_border_and_they_become_members()
    {
        var coordinator = await platform.As("coordinator2");
        var page = await coordinator.Get(Proximity);
        Assert.Equal(["33029", "59098", "59152", "59279", "59656"], page.Html.QuerySelectorAll("input[name=communes][checked]").Select(i => i.GetAttribute("value")!).Order());
        Assert.Contains("Wervik – Evelien Eeckhoutte", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main svg"));
        var parent = await IdOf("parc-bleu");
        var sent = await coordinator.Post(Proximity, Words("Voisins de Wervik", ("communes", "33029"), ("communes", "59656"), ("guests", "Nieppe\nGent"), ("parents", parent.ToString())));
        Assert.Equal("/fr/desk/groups/voisins-de-wervik", sent.Location);
        var group = await Find("Voisins de Wervik");
        Assert.Equal(["33029", "59656"], group.Communes.Order());
        Assert.Equal(["Nieppe", "Gent"], group.Guests);
        Assert.All(group.Members, m => Assert.Equal(College.Elected, m.College));
        Assert.Equal(2, group.Members.Count);
        var visitor = platform.Visitor();
        var shown = await visitor.Get("/nl/groups/voisins-de-wervik");
        Assert.Contains("Nieppe", shown.Main, StringComparison.Ordinal);
        Assert.Contains("Ondersteund door het agentschap", shown.Main, StringComparison.Ordinal);
        Assert.NotNull(shown.Html.QuerySelector("main a[href='/nl/groups/parc-bleu']"));
        Assert.NotNull((await visitor.Get("/fr/groups/parc-bleu")).Html.QuerySelector("main a[href='/fr/groups/voisins-de-wervik']"));
        Assert.NotNull((await visitor.Get("/fr/territory/communes/59656")).Html.QuerySelector("main a[href='/fr/groups/voisins-de-wervik']"));
        Assert.Null((await visitor.Get("/fr/groups")).Html.QuerySelector("main a[href='/fr/groups/voisins-de-wervik']"));
        Assert.NotNull((await visitor.Get("/fr/groups?kind=technical")).Html.QuerySelector("main a[href='/fr/groups/voisins-de-wervik']"));
    }

    [Theory]
    [InlineData(Proximity, "communes", "33029,57081", "communes")]
    [InlineData(Proximity, "communes", "33029", "communes")]
    [InlineData(Proximity, "communes", "59656", "communes")]
    [InlineData(Proximity, "guests", "kortrijk", "guests")]
    [InlineData(Proximity, "guests", "Courtrai", "guests")]
    [InlineData(Other, "communes", "99999", "communes")]
    [InlineData(Other, "parents", "not-a-group", "parents")]
    [InlineData(Other, "sunset", "", "sunset")]
    [InlineData(Other, "sunset", "2021-01-27", "sunset")]
    [InlineData(Other, "sunset", "31 février", "sunset")]
    [InlineData(Other, "standing", "", "standing")]
    [InlineData(Other, "name.fr", " ", "name.fr")]
    [InlineData(Consultation, "european.fr", "", "european.fr")]
    public async Task What_breaks_a_rule_is_refused_at_its_field_and_nothing_is_written(string address, string field, string values, string blamed)
    {
        var words = Words("Refusé", ("european.source", "fr"), ("european.desk", "true"), ("european.fr", "L’eau"), ("european.nl", ""))
            .Concat(address == Proximity && field != "communes" ? [("communes", "33029"), ("communes", "59656")] : [])
            .Where(w => w.Name != field).Concat(values.Split(',').Select(v => (field, (string?)v)));
        var answer = await (await platform.As("coordinator")).Post(address, [.. words]);
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt(blamed));
        Assert.False(await platform.Db(async db => (await db.Set<Group>().ToListAsync()).Exists(g => g.Name.SourceValue == "Refusé")));
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("colead-elected")]
    [InlineData("administrator")]
    public async Task Only_the_agency_creates_a_technical_group(string who)
    {
        var guest = await platform.As(who);
        Assert.Equal(403, (int)(await guest.Get(Other)).Status);
        Assert.Equal(403, (int)(await guest.Post(Other, Words("Pirate"))).Status);
    }

    [Fact]
    public async Task A_form_sent_twice_creates_one_group()
    {
        var coordinator = await platform.As("coordinator");
        var words = Words("Une fois pour toutes");
        var both = await Task.WhenAll(coordinator.Post(Other, words), coordinator.Post(Other, words));
        Assert.Equal(both[0].Location, both[1].Location);
        Assert.Empty((await Find("Une fois pour toutes")).Members);
    }

    [Theory]
    [InlineData(GroupKind.EuropeanConsultation, "Citizen", "Ce groupe est en pause")]
    [InlineData(GroupKind.EuropeanConsultation, "CivilSociety", "Ce groupe est en pause")]
    [InlineData(GroupKind.Other, "Citizen", "compose elle-même")]
    public async Task Nobody_enters_a_consultation_that_is_paused_or_a_group_that_the_agency_composes(GroupKind kind, string college, string why)
    {
        var scene = new MembersScene(platform);
        var slug = await scene.Group((g, act) =>
        {
            if (kind == GroupKind.EuropeanConsultation)
            {
                g.Pause(LocalizedText.Of("fr", ("fr", "Travaux"), ("nl", "Werken")), platform.Clock.Today, act);
            }
        }, kind);
        var who = await scene.Somebody();
        Assert.Contains(why, (await who.Guest.Get($"/fr/groups/{slug}/join")).Main, StringComparison.Ordinal);
        var answer = await who.Guest.Post($"/fr/groups/{slug}/join", ("once", Guid.CreateVersion7().ToString()), ("college", college), ("organisation", "Les Amis"), ("word", "Je veux aider."), ("charter", "true"));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(why, answer.Main, StringComparison.Ordinal);
        var group = await scene.Load(slug);
        Assert.Empty(group.Requests);
        Assert.Null(group.MemberOf(who.Id));
    }

    [Fact]
    public async Task A_consultation_shows_its_european_theme_and_is_open_to_any_citizen()
    {
        var sent = await (await platform.As("coordinator")).Post(Consultation, Words("L’eau que nous partageons", ("european.source", "fr"), ("european.desk", "true"), ("european.fr", "La directive sur l’eau"), ("european.nl", "De waterrichtlijn")));
        Assert.Equal(303, (int)sent.Status);
        var page = await (await platform.As("citizen")).Get("/nl/groups/l-eau-que-nous-partageons");
        Assert.Contains("De waterrichtlijn", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main a[href='/nl/groups/l-eau-que-nous-partageons/join']"));
    }

    [Fact]
    public async Task Recommendations_appear_on_the_parents_pages_and_their_co_leads_and_coordinators_are_told()
    {
        const string address = "/fr/desk/groups/sante-sans-frontiere/recommend";
        var consultation = await IdOf("sante-sans-frontiere");
        Task<int> Times() => platform.Db(db => db.Events.CountAsync(e => e.SubjectId == consultation && e.Name == "group.recommended"));
        var before = await Times();
        await platform.Deliver();
        var mails = (await platform.MailsTo(Coordinator)).Count;
        var coordinator = await platform.As("coordinator");
        var form = await coordinator.Get(address);
        (string, string?)[] text = [("text.source", "fr"), ("text.desk", "true"), ("text.fr", "Ouvrir **un guichet** commun."), ("text.nl", "Open **één loket**.")];
        Assert.Equal(303, (int)(await coordinator.Submit(form, "main form.form", text)).Status);
        Assert.Equal(303, (int)(await coordinator.Submit(form, "main form.form", text)).Status);
        Assert.Equal(before + 1, await Times());
        var visitor = platform.Visitor();
        Assert.Contains("un guichet", (await visitor.Get("/fr/groups/sante-sans-frontiere")).Main, StringComparison.Ordinal);
        Assert.Contains("één loket", (await visitor.Get("/nl/groups/espace-citoyen")).Main, StringComparison.Ordinal);
        Assert.Contains("un guichet", (await visitor.Get("/fr/groups/emploi-sans-frontiere")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("un guichet", (await visitor.Get("/fr/groups/parc-bleu")).Main, StringComparison.Ordinal);
        await platform.Deliver();
        var mail = Assert.Single((await platform.MailsTo(Coordinator)).Skip(mails), m => m.Subject.Contains("recommandations", StringComparison.Ordinal));
        Assert.Contains("/fr/groups/sante-sans-frontiere", mail.Html, StringComparison.Ordinal);
        var leads = await platform.Db(db => db.Set<CoLead>().Where(c => c.Until == null && c.State == CoLeadState.Appointed)
            .Join(db.Set<Group>().Where(g => g.Slug == "espace-citoyen" || g.Slug == "emploi-sans-frontiere"), c => c.GroupId, g => g.Id, (c, _) => c.PersonId)
            .Join(db.Set<Passerelle.Accounts.Person>(), c => c, p => p.Id, (_, p) => p.Email).Distinct().ToListAsync());
        Assert.NotEmpty(leads);
        foreach (var lead in leads)
        {
            Assert.Equal(before + 1, (await platform.MailsTo(lead!)).Count(m => m.Html.Contains("sante-sans-frontiere", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Two_coordinations_that_recommend_at_once_see_both_versions()
    {
        const string address = "/fr/desk/groups/sante-sans-frontiere/recommend";
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var form = await coordinator.Get(address);
        await director.Fill(address, ("text.source", "fr"), ("text.desk", "true"), ("text.fr", "Version de la direction"), ("text.nl", ""));
        var lost = await coordinator.Submit(form, "main form.form", ("text.source", "fr"), ("text.desk", "true"), ("text.fr", "Version de la coordination"), ("text.nl", ""));
        Assert.Equal(409, (int)lost.Status);
        Assert.Contains("Version de la direction", lost.Main, StringComparison.Ordinal);
        Assert.Contains("Version de la coordination", lost.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sante-sans-frontiere", "recommend", "coordinator2", 403)]
    [InlineData("sante-sans-frontiere", "sunset", "coordinator2", 403)]
    [InlineData("sante-sans-frontiere", "recommend", "citizen", 403)]
    [InlineData("sante-sans-frontiere", "sunset", "director", 200)]
    [InlineData("parc-bleu", "sunset", "coordinator", 404)]
    [InlineData("parc-bleu", "recommend", "coordinator", 404)]
    [InlineData("proximite-lys", "recommend", "coordinator2", 404)]
    public async Task Each_page_asks_the_group_itself_who_may(string slug, string page, string who, int status)
    {
        var guest = await platform.As(who);
        Assert.Equal(status, (int)(await guest.Get($"/fr/desk/groups/{slug}/{page}")).Status);
        if (status != 200)
        {
            Assert.Equal(status, (int)(await guest.Post($"/fr/desk/groups/{slug}/{page}", ("sunset", "2030-01-01"), ("text.fr", "x"))).Status);
        }
    }
}
