using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Stakeholders;

/// <summary>Consent, and what goes: contact data at once, an entry when nobody needs it.</summary>
public sealed class ConsentTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Consent_is_asked_and_given_for_something_in_some_way_and_shown_in_the_list()
    {
        var coordinator = await platform.As("coordinator");
        var at = DirectoryScene.At(await coordinator.AddEntry(platform, "Oui Volontiers"));
        await coordinator.Done(at + "/consent", ("state", "Asked"));
        Assert.Contains("Demandé, 27 janv. 2021", (await coordinator.Get(DirectoryScene.Index + "?q=volontiers")).Main, StringComparison.Ordinal);
        await coordinator.Done(at + "/consent", ("state", "Given"), ("for", "La lettre d’information"), ("way", "Orally"));
        Assert.Contains("Donné, 27 janvier 2021 – Oralement – La lettre d’information", (await coordinator.Get(at)).Main, StringComparison.Ordinal);
        var before = await coordinator.Fill(at + "/consent", ("state", "Asked"), ("on", "2020-01-01"));
        Assert.Equal(422, (int)before.Status);
        Assert.NotNull(before.ErrorAt("on"));
    }

    [Fact]
    public async Task Withdrawn_consent_erases_contact_data_at_once_and_leaves_name_and_role()
    {
        var coordinator = await platform.As("coordinator");
        var id = await coordinator.AddEntry(platform, "Non Finalement", more: [("email", "non@retrait.example"), ("phone", "0470 12 12 12"), ("address", "Rue du Retrait")]);
        var page = await coordinator.Get(DirectoryScene.At(id) + "/withdraw");
        Assert.Contains("Le nom et les rôles restent", page.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Submit(page, null)).Status);
        var entry = await platform.Entry(id);
        Assert.Equal((null, null, null, null), (entry.Email, entry.Phone, entry.Address, entry.EmailKey));
        Assert.Equal("Non Finalement", entry.Name);
        Assert.Single(entry.Roles);
        Assert.Contains("Retiré, ", (await coordinator.Get(DirectoryScene.At(id))).Main, StringComparison.Ordinal);
        var again = await coordinator.Fill(DirectoryScene.At(id) + "/change", ("email", "non@retrait.example"));
        Assert.Equal(422, (int)again.Status);
        Assert.NotNull(again.ErrorAt("email"));
    }

    [Fact]
    public async Task Withdrawn_consent_removes_an_entry_that_never_had_a_role()
    {
        var coordinator = await platform.As("coordinator");
        var id = await coordinator.AddEntry(platform, "Sans Rôle", group: null);
        var page = await coordinator.Get(DirectoryScene.At(id) + "/withdraw");
        Assert.Contains("toute la fiche sera effacée", page.Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Submit(page, null)).Status);
        Assert.Equal(404, (int)(await coordinator.Get(DirectoryScene.At(id))).Status);
        Assert.Equal("", (await platform.Entry(id)).Name);
        Assert.Empty(await platform.Db(db => Task.FromResult(db.Events.Where(e => e.SubjectId == id && e.Personal != null).ToList())));
    }

    [Fact]
    public async Task The_address_of_an_account_is_no_longer_shown_once_consent_is_withdrawn()
    {
        var coordinator = await platform.As("coordinator");
        var id = DirectoryScene.Sample("karel-moerkercke");
        Assert.Contains("karel.moerkercke@", (await coordinator.Get(DirectoryScene.At(id))).Text, StringComparison.Ordinal);
        await coordinator.Done(DirectoryScene.At(id) + "/withdraw");
        Assert.DoesNotContain("karel.moerkercke@", (await coordinator.Get(DirectoryScene.At(id))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("karel.moerkercke@", (await coordinator.Get(DirectoryScene.Index + ".csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_consent_reaches_what_was_merged_and_then_the_merger_cannot_be_undone()
    {
        var coordinator = await platform.As("coordinator");
        var (one, other) = await coordinator.Twins(platform, "Irma Effacée");
        await coordinator.Merge(one, other);
        await coordinator.Done(DirectoryScene.At(one) + "/withdraw");
        Assert.Null((await platform.Entry(other)).Phone);
        var merge = (await platform.Entry(one)).Merges.Single();
        Assert.Null(merge.Before);
        var page = await coordinator.Get($"{DirectoryScene.At(one)}/merges/{merge.Id}/undo");
        Assert.Contains("ne peut plus être annulée", page.Main, StringComparison.Ordinal);
        var answer = await coordinator.Post($"{DirectoryScene.At(one)}/merges/{merge.Id}/undo", ("version", $"{(await platform.Entry(one)).Version}"));
        Assert.Equal(422, (int)answer.Status);
    }

    [Fact]
    public async Task An_entry_is_removed_only_without_role_and_an_organisation_without_people()
    {
        var coordinator = await platform.As("coordinator");
        var id = await coordinator.AddEntry(platform, "Encore Utile", more: [("organisation", "Maison Utile")]);
        var refused = await coordinator.Fill(DirectoryScene.At(id) + "/remove");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("a encore un rôle", refused.Main, StringComparison.Ordinal);
        var organisation = (await platform.Entry(id)).OrganisationId!.Value;
        Assert.Contains("changez d’abord leur organisation", (await coordinator.Fill(DirectoryScene.At(organisation) + "/remove")).Main, StringComparison.Ordinal);
        await coordinator.Done(DirectoryScene.At(id) + "/change", ("organisation", ""));
        await coordinator.Done(DirectoryScene.At(organisation) + "/remove");
        Assert.Equal(404, (int)(await coordinator.Get(DirectoryScene.At(organisation))).Status);
    }

    [Fact]
    public async Task Erasing_an_account_removes_its_entry_and_the_download_holds_it()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/fr/desk/stakeholders/members?group=parc-bleu");
        var person = await platform.Db(db => Task.FromResult(db.Set<Passerelle.Accounts.Person>().Single(p => p.DemoKey == "member-technician").Id));
        Assert.Equal(303, (int)(await coordinator.Submit(page, null, ("members", person.ToString()))).Status);
        var id = await platform.Db(db => Task.FromResult(db.Set<Passerelle.Stakeholders.Stakeholder>().Single(s => s.PersonId == person).Id));
        await coordinator.Done(DirectoryScene.At(id) + "/contacts/new", ("channel", "Meeting"), ("about", "Un mot."));
        var data = await platform.Scope(async services => await services.GetServices<IPersonalData>().Single(d => d.Name == "stakeholders").Of(person, default));
        Assert.Contains("Un mot.", System.Text.Json.JsonSerializer.Serialize(data), StringComparison.Ordinal);
        await platform.Scope(async services =>
        {
            using var _ = Language.In("fr");
            return await services.GetRequiredService<PlatformDb>().InOneTransaction(() => services.GetServices<IPersonalData>().Single(d => d.Name == "stakeholders").Erase(person, new Act(person, platform.Clock.Now), default));
        });
        var entry = await platform.Entry(id);
        Assert.Equal(("", null), (entry.Name, entry.PersonId));
        Assert.Empty(entry.Contacts);
    }
}

/// <summary>Three years without role or contact: on a platform of its own, since the clock goes on.</summary>
public sealed class RetentionTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_nobody_needed_for_three_years_is_shown_a_month_before_and_then_removed()
    {
        var coordinator = await platform.As("coordinator");
        var (forgotten, placed) = (await coordinator.AddEntry(platform, "Perdu Devue", group: null), await coordinator.AddEntry(platform, "Toujours Là"));
        var met = await coordinator.AddEntry(platform, "Revu Récemment", group: null);
        var today = platform.Clock.Now;
        await platform.MoveTo(today.AddYears(1));
        await (await platform.As("coordinator")).Done(DirectoryScene.At(met) + "/contacts/new", ("channel", "Meeting"), ("about", "Revu."));
        await platform.MoveTo(today.AddYears(3).AddDays(-10));
        coordinator = await platform.As("coordinator");
        Assert.Contains("1 acteur sans rôle ni contact sera bientôt retiré", (await coordinator.Get("/fr/desk")).Main, StringComparison.Ordinal);
        var leaving = (await coordinator.Get(DirectoryScene.Index + "?show=leaving")).Main;
        Assert.Contains("Perdu Devue", leaving, StringComparison.Ordinal);
        Assert.DoesNotContain("Toujours Là", leaving, StringComparison.Ordinal);
        Assert.DoesNotContain("Revu Récemment", leaving, StringComparison.Ordinal);
        await platform.MoveTo(today.AddYears(3).AddDays(2));
        Assert.Equal("", (await platform.Entry(forgotten)).Name);
        Assert.True((await platform.Entry(placed)).IsPresent);
        Assert.True((await platform.Entry(met)).IsPresent);
        Assert.Equal(404, (int)(await (await platform.As("coordinator")).Get(DirectoryScene.At(forgotten))).Status);
    }
}
