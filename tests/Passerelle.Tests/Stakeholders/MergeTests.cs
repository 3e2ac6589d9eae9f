using Passerelle.Stakeholders;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Stakeholders;

/// <summary>Two entries that are one: proposed, merged, undone, held apart.</summary>
public sealed class MergeTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Duplicates_are_proposed_side_by_side_by_address_and_by_name_and_organisation()
    {
        var page = await (await platform.As("coordinator")).Get(DirectoryScene.Index + "/duplicates");
        Assert.Contains("Colette Vandewalleyn et Vandewalleyn Colette", page.Main, StringComparison.Ordinal);
        Assert.Contains("même courriel et même nom", page.Main, StringComparison.Ordinal);
        Assert.Contains("botanique", page.Main, StringComparison.Ordinal);
        Assert.Contains("photographie", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_in_two_organisations_is_not_proposed_and_legal_forms_do_not_count()
    {
        var coordinator = await platform.As("coordinator");
        await coordinator.AddEntry(platform, "Homonyme Duval", more: [("organisation", "Maison Une")]);
        await coordinator.AddEntry(platform, "Duval Homonyme", more: [("organisation", "Maison Deux")]);
        await coordinator.AddEntry(platform, "La Forge Commune ASBL", kind: StakeholderKind.Organisation);
        await coordinator.AddEntry(platform, "Forge commune (vzw)", kind: StakeholderKind.Organisation);
        var page = (await coordinator.Get(DirectoryScene.Index + "/duplicates")).Main;
        Assert.DoesNotContain("Duval", page, StringComparison.Ordinal);
        Assert.Contains("Forge commune (vzw) et La Forge Commune ASBL", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_keeps_what_was_chosen_unites_the_rest_and_leads_the_old_address_on()
    {
        var coordinator = await platform.As("coordinator");
        var (one, other) = await coordinator.Twins(platform, "Jeanne Fusion");
        await coordinator.Done(DirectoryScene.At(other) + "/contacts/new", ("channel", "Meeting"), ("about", "Vernissage."));
        await coordinator.Merge(one, other, ("name", "one"));
        var entry = await platform.Entry(one);
        Assert.Equal(("Jeanne Fusion", "jeanne@twins.example", "0470 11 22 33"), (entry.Name, entry.Email, entry.Phone));
        Assert.Equal(["dessin", "lecture"], entry.Skills.Order());
        Assert.Equal(["Photographe", "Relais"], entry.Roles.Select(r => r.As).Order());
        Assert.Single(entry.Contacts);
        Assert.Equal($"/fr/desk/stakeholders/{one}", (await coordinator.Get(DirectoryScene.At(other))).Location);
        Assert.Contains("1 acteur", (await coordinator.Get(DirectoryScene.Index + "?q=fusion")).Main, StringComparison.Ordinal);
        Assert.Contains("a fusionné « Fusion, Jeanne » dans cette fiche", (await coordinator.Get(DirectoryScene.At(one))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_merger_gives_both_entries_back_and_leaves_what_came_since_with_the_surviving_one()
    {
        var coordinator = await platform.As("coordinator");
        var (one, other) = await coordinator.Twins(platform, "Paul Retour");
        await coordinator.Done(DirectoryScene.At(other) + "/contacts/new", ("channel", "Meeting"), ("about", "Avant."));
        await coordinator.Merge(one, other, ("name", "other"));
        await coordinator.Done(DirectoryScene.At(one) + "/contacts/new", ("channel", "Email"), ("about", "Après."));
        await coordinator.Done(DirectoryScene.At(one) + "/change", ("skills", "lecture, dessin, chant"), ("address", "Rue Neuve 1"));
        await coordinator.Undo(platform, one);
        var (survivor, back) = (await platform.Entry(one), await platform.Entry(other));
        Assert.Equal(("Paul Retour", "paul@twins.example", null, "Rue Neuve 1"), (survivor.Name, survivor.Email, survivor.Phone, survivor.Address));
        Assert.Equal(["chant", "lecture"], survivor.Skills.Order());
        Assert.Equal(["Après."], survivor.Contacts.Select(c => c.About));
        Assert.Equal(["Relais"], survivor.Roles.Select(r => r.As));
        Assert.Equal(("Retour, Paul", null, "0470 11 22 33"), (back.Name, back.Email, back.Phone));
        Assert.Equal(["Avant."], back.Contacts.Select(c => c.About));
        Assert.Equal(["Photographe"], back.Roles.Select(r => r.As));
        Assert.Equal(200, (int)(await coordinator.Get(DirectoryScene.At(other))).Status);
    }

    [Fact]
    public async Task The_people_of_a_merged_organisation_follow_it_and_come_back()
    {
        var coordinator = await platform.As("coordinator");
        var one = await coordinator.AddEntry(platform, "Le Grand Pont ASBL", kind: StakeholderKind.Organisation);
        var person = await coordinator.AddEntry(platform, "Piet Brugman", more: [("organisation", "De Grote Brug")]);
        var other = (await platform.Entry(person)).OrganisationId!.Value;
        await coordinator.Merge(one, other);
        Assert.Equal(one, (await platform.Entry(person)).OrganisationId);
        await coordinator.Undo(platform, one);
        Assert.Equal(other, (await platform.Entry(person)).OrganisationId);
    }

    [Fact]
    public async Task An_account_goes_with_the_merger_and_back_with_the_undoing()
    {
        var coordinator = await platform.As("coordinator");
        var account = DirectoryScene.Sample("karel-moerkercke");
        var typed = await coordinator.AddEntry(platform, "Moerkercke Karel");
        await coordinator.Merge(typed, account);
        Assert.Contains("Animation du groupe", (await coordinator.Get(DirectoryScene.At(typed))).Main, StringComparison.Ordinal);
        var both = await coordinator.Fill($"{DirectoryScene.At(typed)}/merge/{DirectoryScene.Sample("aurore-delebruyere")}");
        Assert.Equal(422, (int)both.Status);
        Assert.Contains("deux personnes", both.Main, StringComparison.Ordinal);
        await coordinator.Undo(platform, typed);
        Assert.NotNull((await platform.Entry(account)).PersonId);
        Assert.Null((await platform.Entry(typed)).PersonId);
    }

    [Fact]
    public async Task Of_two_who_merge_the_same_pair_at_once_one_wins_and_the_other_reads_what_happened()
    {
        var (coordinator, director) = (await platform.As("coordinator"), await platform.As("director"));
        var (one, other) = await coordinator.Twins(platform, "Luc Ensemble");
        var (first, second) = (await coordinator.Get($"{DirectoryScene.At(one)}/merge/{other}"), await director.Get($"{DirectoryScene.At(other)}/merge/{one}"));
        Assert.Equal(303, (int)(await coordinator.Submit(first, null)).Status);
        var late = await director.Submit(second, null);
        Assert.Equal(409, (int)late.Status);
        Assert.Contains("Mathilde Brasseau a fusionné", late.Main, StringComparison.Ordinal);
        Assert.NotNull(late.Html.QuerySelector($"a[href='/fr/desk/stakeholders/{one}']"));
        Assert.Null(late.Html.QuerySelector("main form[method=post]"));
        Assert.True((await platform.Entry(one)).IsPresent);
        Assert.Single((await platform.Entry(one)).Merges);
    }

    [Fact]
    public async Task Of_three_who_meet_the_second_merger_finds_that_its_entry_changed()
    {
        var coordinator = await platform.As("coordinator");
        var (a, b) = await coordinator.Twins(platform, "Trio Commun");
        var c = await coordinator.AddEntry(platform, "Commun Trio");
        var (aIntoB, bIntoC) = (await coordinator.Get($"{DirectoryScene.At(b)}/merge/{a}"), await coordinator.Get($"{DirectoryScene.At(c)}/merge/{b}"));
        Assert.Equal(303, (int)(await coordinator.Submit(aIntoB, null)).Status);
        var late = await coordinator.Submit(bIntoC, null);
        Assert.Equal(409, (int)late.Status);
        Assert.Contains("Ce qui s’est passé entre-temps", late.Main, StringComparison.Ordinal);
        Assert.True((await platform.Entry(b)).IsPresent);

        // Sent again with all in view it goes through; the oldest address leads to the end, and only the last merger is undone first.
        Assert.Equal(303, (int)(await coordinator.Submit(late, null)).Status);
        Assert.Equal($"/fr/desk/stakeholders/{c}", (await coordinator.Get(DirectoryScene.At(a))).Location);
        Assert.Equal(3, (await platform.Entry(c)).Roles.Count);
        await coordinator.Undo(platform, c);
        await coordinator.Undo(platform, b);
        foreach (var id in new[] { a, b, c })
        {
            Assert.Equal(200, (int)(await coordinator.Get(DirectoryScene.At(id))).Status);
        }
    }

    [Fact]
    public async Task An_entry_is_not_merged_into_itself_nor_a_person_into_an_organisation()
    {
        var coordinator = await platform.As("coordinator");
        var id = await coordinator.AddEntry(platform, "Seul Mondial");
        var itself = await coordinator.Fill($"{DirectoryScene.At(id)}/merge/{id}");
        Assert.Equal(422, (int)itself.Status);
        Assert.Contains("avec elle-même", itself.Main, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await coordinator.Fill($"{DirectoryScene.At(id)}/apart/{id}")).Status);
        var organisation = await coordinator.AddEntry(platform, "Seul Mondial SA", kind: StakeholderKind.Organisation);
        Assert.Equal(422, (int)(await coordinator.Fill($"{DirectoryScene.At(id)}/merge/{organisation}")).Status);
        Assert.Equal(404, (int)(await coordinator.Get($"{DirectoryScene.At(id)}/merge/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task What_was_held_apart_is_not_proposed_again()
    {
        var coordinator = await platform.As("coordinator");
        var (one, other) = await coordinator.Twins(platform, "Marc Distinct");
        Assert.Contains("Distinct", (await coordinator.Get(DirectoryScene.Index + "/duplicates")).Main, StringComparison.Ordinal);
        var answer = await coordinator.Fill($"{DirectoryScene.At(one)}/apart/{other}");
        Assert.Equal(303, (int)answer.Status);
        Assert.DoesNotContain("Distinct", (await coordinator.Follow(answer)).Main.Replace("doublons", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("est quelqu’un d’autre", (await coordinator.Get(DirectoryScene.At(one))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_see_the_contact_data_merges_without_it_being_shown()
    {
        var coordinator = await platform.As("coordinator");
        var (one, other) = await coordinator.Twins(platform, "Rose Aveugle");
        var director = await platform.As("director");
        var page = await director.Get($"{DirectoryScene.At(one)}/merge/{other}");
        Assert.DoesNotContain("twins.example", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0470 11", page.Text, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await director.Submit(page, null, ("email", "other"))).Status);
        var entry = await platform.Entry(one);
        Assert.Equal(("rose@twins.example", "0470 11 22 33"), (entry.Email, entry.Phone));
    }

    [Fact]
    public async Task Another_entry_is_looked_for_to_merge_with()
    {
        var coordinator = await platform.As("coordinator");
        var one = await coordinator.AddEntry(platform, "Odile Marais");
        var other = await coordinator.AddEntry(platform, "O. Marais-Dupré");
        var page = await coordinator.Get(DirectoryScene.At(one) + "/merge?q=marais");
        Assert.NotNull(page.Html.QuerySelector($"a[href='/fr/desk/stakeholders/{one}/merge/{other}']"));
        Assert.Null(page.Html.QuerySelector($"a[href='/fr/desk/stakeholders/{one}/merge/{one}']"));
    }
}
