using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>How groups change: names, mergers, splits, pauses and ends. Each test has groups of its own.</summary>
public sealed class EvolutionTests(EvolutionTests.WithStages platform) : IClassFixture<EvolutionTests.WithStages>
{
    /// <summary>A platform on which one group has an open stage, as a later capability would say.</summary>
    public sealed class WithStages : TestPlatform
    {
        /// <summary>Somebody said what becomes of the stage.</summary>
        public bool Disposed { get; set; }

        protected override void Configure(IServiceCollection services) => services
            .AddScoped<ClosingObjections>(s => new OpenStage(s.GetRequiredService<Passerelle.Platform.Data.PlatformDb>(), this));

        private sealed class OpenStage(Passerelle.Platform.Data.PlatformDb db, WithStages platform) : ClosingObjections
        {
            public override async Task<IReadOnlyList<string>> Of(Guid group, Phase? end, CancellationToken stop = default) =>
                !platform.Disposed && await db.Set<Group>().AnyAsync(g => g.Id == group && g.Slug == "alternance", stop) ? ["L’étape « Bilan » est ouverte."] : [];
        }
    }

    [Fact]
    public async Task A_new_name_gives_a_new_address_and_the_old_one_leads_there_and_back()
    {
        var director = await platform.As("director");
        var unchanged = await director.Fill("/fr/desk/groups/langues-pour-adultes/rename", ("reason.fr", "Pour rien"), ("reason.desk", "true"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (unchanged.Status, unchanged.ErrorAt("name.nl") is not null));
        var former = (await platform.Group("langues-pour-adultes")).Name.In("nl")!.Value;
        var answer = await director.Fill("/fr/desk/groups/langues-pour-adultes/rename", ("name.fr", "Parler la langue d’en face"), ("name.nl", "De taal van de overkant spreken"), ("name.source", "fr"), ("name.desk", "true"), ("reason.fr", "Plus parlant"), ("reason.desk", "true"));
        Assert.Equal("/fr/desk/groups/parler-la-langue-d-en-face", answer.Location);
        var old = await platform.Visitor().Get("/nl/groups/langues-pour-adultes");
        Assert.Equal((HttpStatusCode.Redirect, "/nl/groups/parler-la-langue-d-en-face"), (old.Status, old.Location));
        Assert.True(old.Response.Headers.CacheControl!.NoCache);
        Assert.StartsWith("De taal van de overkant spreken", (await platform.Visitor().Get(old.Location!)).Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"«{former}»", (await platform.Visitor().Get(old.Location! + "/history")).Main, StringComparison.Ordinal);
        foreach (var below in new[] { "pdf", "history", "history.csv", "history.xlsx", "area", "leave" })
        {
            var led = await platform.Visitor().Get($"/nl/groups/langues-pour-adultes/{below}");
            Assert.Equal((HttpStatusCode.Redirect, $"/nl/groups/parler-la-langue-d-en-face/{below}"), (led.Status, led.Location));
        }

        Assert.Equal("/fr/desk/groups/parler-la-langue-d-en-face/life", (await director.Get("/fr/desk/groups/langues-pour-adultes/life")).Location);

        // The first name again: its address is the group's own once more.
        var back = await director.Fill("/fr/desk/groups/parler-la-langue-d-en-face/rename", ("name.fr", "Langues pour adultes"), ("name.source", "fr"), ("name.desk", "true"));
        Assert.Equal("/fr/desk/groups/langues-pour-adultes", back.Location);
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Get("/fr/groups/langues-pour-adultes")).Status);
        Assert.Equal("/fr/groups/langues-pour-adultes", (await platform.Visitor().Get("/fr/groups/parler-la-langue-d-en-face")).Location);
    }

    [Fact]
    public async Task Of_two_who_rename_at_once_the_second_sees_both_names()
    {
        var (one, two) = (await platform.As("director"), await platform.As("coordinator2"));
        var (first, second) = (await one.Get("/fr/desk/groups/observation-dynamique/rename"), await two.Get("/fr/desk/groups/observation-dynamique/rename"));
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Submit(first, null, ("name.fr", "Observer à plusieurs"), ("name.source", "fr"), ("name.desk", "true"))).Status);
        var late = await two.Submit(second, null, ("name.fr", "Regards croisés"), ("name.source", "fr"), ("name.desk", "true"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Regards croisés", late.Html.QuerySelector("[name='name.fr']")!.GetAttribute("value"));
        Assert.Contains("Observer à plusieurs", late.Html.QuerySelector("#name-fr-theirs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merger_says_what_will_happen_moves_all_and_the_old_address_leads_to_the_successor()
    {
        var director = await platform.As("director");
        var (ends, stays) = (await platform.Group("qualite-de-l-air"), await platform.Group("espace-citoyen"));
        var plan = await director.Get("/fr/desk/groups/qualite-de-l-air/merge?into=espace-citoyen");
        var following = ends.Present.Count(m => stays.MemberOf(m.PersonId) is null);
        Assert.Contains($"{following} membres passent dans", plan.Main, StringComparison.Ordinal);
        Assert.Contains("D2.1 et D2.2", plan.Main, StringComparison.Ordinal);

        var answer = await director.Submit(plan, null, ("reason.fr", "Mêmes habitants, mêmes capteurs."), ("reason.source", "fr"), ("reason.desk", "true"));
        Assert.Equal("/fr/desk/groups/espace-citoyen", answer.Location);
        Assert.Contains("4 actions prioritaires", (await director.Follow(answer)).Html.QuerySelector(".banner.attention")!.TextContent, StringComparison.Ordinal);
        // Sent twice, done once.
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(plan, null, ("reason.fr", "Mêmes habitants, mêmes capteurs."), ("reason.source", "fr"), ("reason.desk", "true"))).Status);

        var (merged, into) = (await platform.Group("qualite-de-l-air"), await platform.Group("espace-citoyen"));
        Assert.Empty(merged.Present);
        Assert.Empty(merged.Pair);
        Assert.Equal(stays.Present.Count() + following, into.Present.Count());
        Assert.Equal(["D2.1", "D2.2", "I1.1", "I2.1"], into.PresentActions.Order());
        Assert.Equal(1, await platform.Db(db => db.Set<Lineage>().CountAsync(l => l.From == merged.Id)));
        var old = await platform.Visitor().Get("/nl/groups/qualite-de-l-air");
        Assert.Equal((HttpStatusCode.Redirect, "/nl/groups/espace-citoyen"), (old.Status, old.Location));
        Assert.Equal("/nl/groups/espace-citoyen/pdf", (await platform.Visitor().Get("/nl/groups/qualite-de-l-air/pdf")).Location);
        var page = await platform.Visitor().Get("/fr/groups/espace-citoyen");
        Assert.NotNull(page.Html.QuerySelector(".lineage svg a[href='/fr/groups/qualite-de-l-air']"));
        Assert.Contains("a été fusionné dans", page.Html.QuerySelector(".lineage .list")!.TextContent, StringComparison.Ordinal);

        // Members are told in their language, and one of them does not follow.
        await platform.Deliver();
        var mail = Assert.Single(await platform.MailsTo("annelies.roelbrechts@demo.passerelle.example"), m => m.Html.Contains("/groups/espace-citoyen/follow", StringComparison.Ordinal));
        Assert.Equal("nl", mail.Language);
        Assert.Contains("gaat op in", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/nl/groups/espace-citoyen/follow", mail.Text, StringComparison.Ordinal);
        var member = await platform.As("member-citizen");
        var choice = await member.Get("/nl/groups/espace-citoyen/follow");
        Assert.Contains("10 februari 2021", choice.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await member.Submit(choice, null)).Status);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("/nl/groups/espace-citoyen", (await member.Submit(choice, null, ("stay", "no"))).Location);
        }

        Assert.Null((await platform.Group("espace-citoyen")).MemberOf(PackPeople.IdOf("annelies-roelbrechts")));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("citizen")).Get("/nl/groups/espace-citoyen/follow")).Status);
    }

    [Fact]
    public async Task A_split_makes_a_new_group_whose_members_may_return_and_it_cannot_swallow_itself()
    {
        var director = await platform.As("director");
        var member = PackPeople.IdOf("annelies-roelbrechts");
        var page = await director.Get("/fr/desk/groups/parc-bleu/split");
        (string, string?)[] fields = [("name.fr", "Les berges de la Deûle"), ("name.source", "fr"), ("name.desk", "true"), ("purpose.fr", "Relier les berges."), ("purpose.source", "fr"), ("purpose.desk", "true"), ("actions", "D3c.1"), ("members", member.ToString()), ("reason.fr", "Un chantier à part."), ("reason.source", "fr"), ("reason.desk", "true")];
        var all = await director.Submit(page, null, [.. fields.Where(f => f.Item1 != "actions")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, all.Status);
        Assert.NotNull(all.ErrorAt("actions"));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("/fr/desk/groups/les-berges-de-la-deule", (await director.Submit(page, null, fields)).Location);
        }

        var (parent, born) = (await platform.Group("parc-bleu"), await platform.Group("les-berges-de-la-deule"));
        Assert.Equal(["D3a.1", "D3b.1"], parent.PresentActions.Order());
        Assert.Equal(["D3c.1"], born.PresentActions);
        Assert.NotNull(born.MemberOf(member));
        Assert.Null(parent.MemberOf(member));

        // The parent may go on in its child, but the child came from the parent: that would lead back.
        var back = await director.Fill("/fr/desk/groups/les-berges-de-la-deule/merge?into=parc-bleu", ("reason.fr", "Retour."), ("reason.source", "fr"), ("reason.desk", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.Status);
        Assert.Contains("boucle", back.Html.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await platform.Group("les-berges-de-la-deule")).SuccessorId);

        Assert.Equal("/fr/groups/parc-bleu", (await (await platform.As("member-citizen")).Post("/fr/groups/les-berges-de-la-deule/follow", ("stay", "no"))).Location);
        Assert.NotNull((await platform.Group("parc-bleu")).MemberOf(member));
    }

    [Fact]
    public async Task A_group_is_not_merged_into_itself_nor_into_one_that_is_over()
    {
        var director = await platform.As("director");
        var page = await director.Get("/fr/desk/groups/economie-circulaire/merge?into=gardiens-de-l-eau");
        foreach (var into in new[] { "economie-circulaire", "jalons-cyclables", "bus-sans-couture", "proximite-lys", "nulle-part", "" })
        {
            var answer = await director.Submit(page, null, ("into", into), ("reason.fr", "Essai."), ("reason.source", "fr"), ("reason.desk", "true"));
            Assert.Equal((into, HttpStatusCode.UnprocessableEntity), (into, answer.Status));
        }

        Assert.Null((await platform.Group("economie-circulaire")).SuccessorId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Submit(page, null, ("reason.fr", " "))).Status);
    }

    [Fact]
    public async Task A_group_is_paused_with_a_reason_told_to_its_members_and_taken_up_again()
    {
        var coordinator = await platform.As("coordinator2");
        const string Life = "/fr/desk/groups/television-voisine/life";
        var page = await coordinator.Get(Life);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Submit(page, "form[action$='/life/pause']")).Status);
        await coordinator.Submit(page, "form[action$='/life/pause']", ("reason.fr", "Le studio est en travaux."), ("reason.source", "fr"), ("reason.desk", "true"));
        Assert.True((await platform.Group("television-voisine")).IsPaused);
        Assert.Contains("Le studio est en travaux", (await platform.Visitor().Get("/fr/groups/television-voisine")).Main, StringComparison.Ordinal);
        await platform.Deliver();
        var member = await platform.MemberOf("television-voisine", College.Citizen);
        Assert.Single(await platform.MailsTo(member.Email), m => m.Html.Contains("/groups/television-voisine", StringComparison.Ordinal) && m.Html.Contains("Le studio est en travaux", StringComparison.Ordinal));

        // What was drawn before somebody else acted is not done blindly.
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.Submit(page, "form[action$='/life']", ("phase", "Imagine"))).Status);
        await coordinator.Submit(await coordinator.Get(Life), "form[action$='/life/reopen']");
        Assert.False((await platform.Group("television-voisine")).IsPaused);
        await coordinator.Submit(await coordinator.Get(Life), "form[action$='/life']", ("phase", "Complete"));
        Assert.Equal(Phase.Complete, (await platform.Group("television-voisine")).Phase);
    }

    [Fact]
    public async Task Closing_needs_a_reason_to_abandon_and_completing_needs_the_last_phase()
    {
        var director = await platform.As("director");
        var page = await director.Get("/fr/desk/groups/economie-circulaire/close");
        Assert.NotNull((await director.Submit(page, null, ("end", "Abandoned"))).ErrorAt("reason.fr"));
        Assert.NotNull((await director.Submit(page, null, ("end", "Completed"))).ErrorAt("end"));
        Assert.NotNull((await director.Submit(page, null, ("end", "Archived"), ("reason.fr", "Non."))).Html.QuerySelector("#errors"));
        Assert.True((await platform.Group("economie-circulaire")).IsActive);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("/fr/desk/groups/economie-circulaire", (await director.Submit(page, null, ("end", "Abandoned"), ("reason.fr", "Sans moyens."), ("reason.source", "fr"), ("reason.desk", "true"))).Location);
        }

        var closed = await platform.Group("economie-circulaire");
        Assert.Equal(Phase.Abandoned, closed.Phase);
        Assert.Empty(closed.PresentActions);
        Assert.Empty(closed.Pair);
        Assert.Null(closed.PairIncompleteSince);
        Assert.Single(closed.Phases, p => p.Phase == Phase.Abandoned);
        Assert.NotEmpty(closed.Present);
    }

    [Fact]
    public async Task A_group_with_open_stages_closes_only_when_each_has_a_disposition()
    {
        var director = await platform.As("director");
        var page = await director.Get("/fr/desk/groups/alternance/close");
        Assert.Contains("L’étape « Bilan » est ouverte.", page.Main, StringComparison.Ordinal);
        var answer = await director.Submit(page, null, ("end", "Abandoned"), ("reason.fr", "Fin."), ("reason.source", "fr"), ("reason.desk", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("L’étape « Bilan » est ouverte.", answer.Main, StringComparison.Ordinal);
        Assert.True((await platform.Group("alternance")).IsActive);
        platform.Disposed = true;
        Assert.DoesNotContain("Bilan", (await director.Get("/fr/desk/groups/alternance/close")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(page, null, ("end", "Abandoned"), ("reason.fr", "Fin."), ("reason.source", "fr"), ("reason.desk", "true"))).Status);
        Assert.False((await platform.Group("alternance")).IsActive);
    }

    [Fact]
    public async Task One_active_group_carries_an_action_and_a_free_one_may_be_added()
    {
        var director = await platform.As("director");
        const string Actions = "/fr/desk/groups/voisins-de-frontiere/actions";
        var page = await director.Get(Actions);
        Assert.Contains("I6.1", page.Html.QuerySelector("fieldset")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("S5.1", page.Html.QuerySelector("fieldset")!.TextContent, StringComparison.Ordinal);
        var version = page.Html.QuerySelector("[name=version]")!.GetAttribute("value");
        var taken = await director.Post(Actions, ("version", version), ("actions", "I4.1"), ("actions", "S5.1"));
        Assert.Contains("S5.1", taken.ErrorAt("actions"), StringComparison.Ordinal);
        Assert.NotNull((await director.Post(Actions, ("version", version))).ErrorAt("actions"));
        Assert.NotNull((await director.Post(Actions, ("version", version), ("actions", "X9.9"))).ErrorAt("actions"));
        Assert.Equal(["I4.1"], (await platform.Group("voisins-de-frontiere")).PresentActions);

        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Actions, ("version", version), ("actions", "I4.1"), ("actions", "I6.1"))).Status);
        Assert.Equal(["I4.1", "I6.1"], (await platform.Group("voisins-de-frontiere")).PresentActions.Order());
    }
}
