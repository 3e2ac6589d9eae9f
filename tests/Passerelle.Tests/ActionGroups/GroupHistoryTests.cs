using System.Net;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A group's history says who did what to those inside, and names no private member to the public.</summary>
public sealed class GroupHistoryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task The_public_reads_of_a_member_the_college_alone_and_those_inside_the_name()
    {
        var member = await platform.MemberOf("parc-bleu", College.Citizen);
        foreach (var file in new[] { "", ".csv" })
        {
            var outside = (await platform.Visitor().Get($"/nl/groups/parc-bleu/history{file}")).Text;
            Assert.DoesNotContain(member.Name, outside, StringComparison.Ordinal);
            Assert.Contains("Een lid werd lid van de groep (burgers)", outside, StringComparison.Ordinal);
            Assert.DoesNotContain(member.Name, (await (await platform.As("citizen")).Get($"/nl/groups/parc-bleu/history{file}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Karel Moerkercke werd benoemd in het duo (verkozenen)", (await platform.Visitor().Get("/nl/groups/parc-bleu/history.csv")).Text, StringComparison.Ordinal);
        foreach (var inside in new[] { "member-citizen", "coordinator", "director" })
        {
            Assert.Contains($"{member.Name} werd lid van de groep (burgers)", (await (await platform.As(inside)).Get("/nl/groups/parc-bleu/history.csv")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_of_texts_says_who_changed_which_and_to_those_inside_what_they_said_before()
    {
        var coordinator = await platform.As("coordinator");
        var before = (await platform.Group("langage-clair")).Summary.In("fr")!.Value;
        var saved = await coordinator.Fill("/fr/desk/groups/langage-clair/texts", ("summary.fr", "Écrire simplement, des deux côtés."), ("horizon", "2022-06"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        var seen = (await platform.Visitor().Get("/fr/groups/langage-clair/history")).Main;
        Assert.Contains("Textes du groupe mis à jour : résumé et échéance", seen.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Mathilde Brasseau", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(before, seen, StringComparison.Ordinal);
        Assert.Contains(before, (await coordinator.Get("/fr/groups/langage-clair/history")).Main, StringComparison.Ordinal);

        // Saved again as it is, nothing happened.
        var version = (await platform.Group("langage-clair")).Version;
        await coordinator.Fill("/fr/desk/groups/langage-clair/texts");
        Assert.Equal(version, (await platform.Group("langage-clair")).Version);
    }

    [Fact]
    public async Task The_phase_the_date_and_the_reason_are_told_on_the_page_and_in_the_file()
    {
        var coordinator = await platform.As("coordinator");
        const string Life = "/fr/desk/groups/espace-citoyen/life";
        await coordinator.Submit(await coordinator.Get(Life), "form[action$='/life']", ("phase", "Imagine"));
        await coordinator.Submit(await coordinator.Get(Life), "form[action$='/life/pause']", ("reason.source", "fr"), ("reason.fr", "La salle est en travaux."), ("reason.nl", "De zaal wordt verbouwd."));
        await coordinator.Fill("/fr/desk/groups/espace-citoyen/next", ("day", "2021-03-02"), ("hour", "18:00"));
        var lines = (await platform.Visitor().Get("/nl/groups/espace-citoyen/history.csv")).Text.Split("\r\n");
        Assert.Equal("Datum;Handeling;Door;Reden", lines[0].TrimStart('\uFEFF'));
        Assert.Contains(lines, l => l.Contains("ging over naar de fase «Bedenken»", StringComparison.Ordinal) && l.Contains(";Mathilde Brasseau;", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("gepauzeerd", StringComparison.Ordinal) && l.EndsWith(";Mathilde Brasseau;De zaal wordt verbouwd.", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("2 maart 2021 om 18", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_who_leaves_is_not_named_in_public_neither_as_person_nor_as_actor()
    {
        var scene = new MembersScene(platform);
        var (slug, person) = (await scene.Group(), await scene.Somebody());
        await platform.Db(async db =>
        {
            var group = (await Passerelle.ActionGroups.GroupStore.Group(db, slug))!;
            group.Welcome(person.Id, College.Citizen, null, hasMandate: false, new DateOnly(2021, 1, 10), new(person.Id, platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        await person.Guest.Fill($"/fr/groups/{slug}/leave");
        var name = (await platform.Card(person.Id)).Name;
        var outside = (await platform.Visitor().Get($"/fr/groups/{slug}/history.csv")).Text;
        Assert.DoesNotContain(name, outside, StringComparison.Ordinal);
        Assert.Contains("Un membre a quitté le groupe (citoyens)", outside, StringComparison.Ordinal);
        Assert.Contains($"{name} a quitté le groupe (citoyens)", (await (await platform.As("coordinator")).Get($"/fr/groups/{slug}/history")).Main, StringComparison.Ordinal);
    }
}
