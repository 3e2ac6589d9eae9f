using Passerelle.Stakeholders;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Stakeholders;

/// <summary>The list, an entry, and what happens to it.</summary>
public sealed class DirectoryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task An_entry_is_added_once_with_its_role_and_found_whatever_the_accents()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/fr/desk/stakeholders/new");
        var fields = platform.Typed("Émilie Noël-Berger", more: [("skills", "Médiation, écoute"), ("languages", "nl")]);
        var first = await coordinator.Submit(page, null, fields);
        var second = await coordinator.Submit(page, null, fields);
        Assert.Equal(first.Location, second.Location);
        var found = await coordinator.Get(DirectoryScene.Index + "?q=emilie+noel+MEDIATION");
        Assert.Contains("1 acteur", found.Main, StringComparison.Ordinal);
        Assert.Contains("Émilie Noël-Berger", found.Main, StringComparison.Ordinal);
        Assert.Contains("Relais – Le Parc bleu", found.Main, StringComparison.Ordinal);
        Assert.Contains("Médiation, écoute", (await coordinator.Get(first.Location!)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_by_group_kind_language_and_skill_and_says_when_nobody_fits()
    {
        var director = await platform.As("director");
        async Task<string> Of(string query) => (await director.Get(DirectoryScene.Index + query)).Main;
        var group = await Of("?group=sante-sans-frontiere");
        Assert.Contains("Maison de santé du Canal", group, StringComparison.Ordinal);
        Assert.DoesNotContain("Rives d’Escaut", group, StringComparison.Ordinal);
        Assert.DoesNotContain("Colette Vandewalleyn", await Of("?kind=Organisation"), StringComparison.Ordinal);
        var german = await Of("?language=de");
        Assert.Contains("Hector Quévauvillers", german, StringComparison.Ordinal);
        Assert.DoesNotContain("Joost Terwinckel", german, StringComparison.Ordinal);
        var skilled = await Of("?skill=botanique");
        Assert.Contains("Colette Vandewalleyn", skilled, StringComparison.Ordinal);
        Assert.DoesNotContain("Lieselot", skilled, StringComparison.Ordinal);
        Assert.Contains("Personne ne répond à cette recherche", await Of("?q=zzzz"), StringComparison.Ordinal);
        Assert.Contains("Joost Terwinckel", await Of("?q=oeverloop&kind=Person"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_that_groups_and_projects_know_are_shown_without_being_typed()
    {
        var director = await platform.As("director");
        var person = (await director.Get(DirectoryScene.At(DirectoryScene.Sample("aurore-delebruyere")))).Main;
        Assert.Contains("Animation du groupe", person, StringComparison.Ordinal);
        Assert.Contains("Le Parc bleu", person, StringComparison.Ordinal);
        var organisation = (await director.Get(DirectoryScene.At(DirectoryScene.Sample("atelier-signes-rives")))).Main;
        Assert.Contains("connu par le groupe ou le projet", organisation, StringComparison.Ordinal);
        Assert.Contains("Atelier Signes & Rives", (await director.Get(DirectoryScene.Index + "?group=parc-bleu")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_a_contact_and_the_end_of_a_role_are_one_act_each_and_stand_in_the_history()
    {
        var coordinator = await platform.As("coordinator");
        var id = await coordinator.AddEntry(platform, "Basile Contacté");
        var at = DirectoryScene.At(id);
        await coordinator.Done(at + "/roles/new", ("place", DirectoryScene.Project("traversee-wervik")), ("as", "Passeur"));
        await coordinator.Done(at + "/contacts/new", ("channel", "Telephone"), ("about", "La traversée."));
        var role = (await platform.Entry(id)).Roles.Single(r => r.As == "Passeur").Id;
        await coordinator.Done($"{at}/roles/{role}/end");
        var page = (await coordinator.Get(at)).Main;
        Assert.Contains("Rôles passés", page, StringComparison.Ordinal);
        Assert.Contains("La traversée.", page, StringComparison.Ordinal);
        Assert.Contains("a mis fin au rôle « Passeur »", page, StringComparison.Ordinal);
        Assert.Contains("a noté un contact du", page, StringComparison.Ordinal);
        Assert.Contains("27 janv. 2021", (await coordinator.Get(DirectoryScene.Index + "?q=basile")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_names_an_organisation_which_is_added_when_the_directory_lacks_it()
    {
        var coordinator = await platform.As("coordinator");
        var one = await coordinator.AddEntry(platform, "Ada Premièremembre", more: [("organisation", "Les Inédits du Canal ASBL")]);
        var other = await coordinator.AddEntry(platform, "Ben Deuxièmemembre", more: [("organisation", "inedits canal")]);
        var organisation = (await platform.Entry(one)).OrganisationId!.Value;
        Assert.Equal(organisation, (await platform.Entry(other)).OrganisationId);
        var page = (await coordinator.Get(DirectoryScene.At(organisation))).Main;
        Assert.Contains("Ada Premièremembre", page, StringComparison.Ordinal);
        Assert.Contains("Ben Deuxièmemembre", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_a_group_are_taken_over_with_the_roles_that_they_have_there()
    {
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get("/fr/desk/stakeholders/members?group=bibliotheques-voisines");
        var box = page.Html.QuerySelector("input[name=members]")!;
        var answer = await coordinator.Submit(page, null, ("members", box.GetAttribute("value")));
        Assert.Equal(303, (int)answer.Status);
        var name = box.ParentElement!.TextContent.Split('–')[0].Trim();
        Assert.Contains(name, (await coordinator.Follow(answer)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await coordinator.Get(page.Path)).Main, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await coordinator.Submit(page, null)).Status);
        Assert.DoesNotContain("gardiens", (await coordinator.Get("/fr/desk/stakeholders/members?group=gardiens-de-l-eau")).Html.QuerySelector("select")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_group_page_in_the_workspace_counts_them_and_leads_to_them()
    {
        var link = (await (await platform.As("coordinator")).Get("/fr/desk/groups/parc-bleu")).Html.QuerySelector("a[href='/fr/desk/stakeholders?group=parc-bleu']");
        Assert.Matches(@"^\d+ acteurs$", link!.TextContent);
        var shown = (await (await platform.As("coordinator")).Get("/fr/desk/stakeholders?group=parc-bleu")).Html.QuerySelector("[role=status]")!.TextContent;
        Assert.Contains(link.TextContent, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_costs_the_same_number_of_queries_for_one_as_for_many()
    {
        var coordinator = await platform.As("coordinator");
        const string Some = DirectoryScene.Index + "?group=parc-bleu&q=e";
        await platform.Deliver();
        await coordinator.Get(Some);
        var (_, few) = await coordinator.Count(Some);
        for (var n = 0; n < 6; n++)
        {
            await coordinator.AddEntry(platform, $"Requête Nombreuse {n}", more: [("organisation", $"Maison {n}"), ("email", $"r{n}@nombre.example")]);
        }

        await platform.Deliver();
        await coordinator.Get(Some);
        var (_, many) = await coordinator.Count(Some);
        Assert.Equal(few, many);
        Assert.True(many <= 20, $"{many} queries");
    }

    [Fact]
    public async Task Long_lists_have_pages()
    {
        var coordinator = await platform.As("coordinator");
        for (var n = 0; n < 32; n++)
        {
            await coordinator.AddEntry(platform, $"Pagination {n:00}", more: [("skills", "pagination")]);
        }

        var first = (await coordinator.Get(DirectoryScene.Index + "?skill=pagination")).Main;
        Assert.Contains("32 acteurs", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Pagination 31", first, StringComparison.Ordinal);
        Assert.Contains("Pagination 31", (await coordinator.Get(DirectoryScene.Index + "?skill=pagination&page=2")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_changes_the_same_entry_second_sees_both_versions()
    {
        var coordinator = await platform.As("coordinator");
        var id = await coordinator.AddEntry(platform, "Deux à la fois", more: [("phone", "0470 00 00 01")]);
        var page = await coordinator.Get(DirectoryScene.At(id) + "/change");
        await coordinator.Done(DirectoryScene.At(id) + "/change", ("name", "Premier nom"), ("phone", "0470 00 00 02"));
        var late = await coordinator.Submit(page, null, ("name", "Second nom"));
        Assert.Equal(409, (int)late.Status);
        Assert.Contains("Premier nom", late.Html.QuerySelector("#name-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0470 00 00 02", late.Html.QuerySelector("#phone-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Premier nom", (await platform.Entry(id)).Name);
        Assert.Equal(303, (int)(await coordinator.Submit(late, null)).Status);
        Assert.Equal("Second nom", (await platform.Entry(id)).Name);
    }

    [Theory]
    [InlineData("email", "pas une adresse", "email")]
    [InlineData("email", "a@b", "email")]
    [InlineData("since", "2030-01-01", "since")]
    [InlineData("place", "group:00000000-0000-0000-0000-000000000001", "place")]
    [InlineData("place", "", "place")]
    [InlineData("kind", "Animal", "kind")]
    [InlineData("as", "", "as")]
    public async Task Bad_input_is_refused_at_its_field_and_nothing_is_written(string field, string typed, string at)
    {
        var coordinator = await platform.As("coordinator");
        var answer = await coordinator.Fill("/fr/desk/stakeholders/new", platform.Typed("Jamais Écrit", more: field == "email" ? [("email", typed)] : [("email", "x@jamais.example"), (field, typed)]));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt(at));
        Assert.Contains("Personne ne répond", (await coordinator.Get(DirectoryScene.Index + "?q=jamais+ecrit")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_three_hundred_characters_is_too_long_and_a_null_character_is_refused()
    {
        var coordinator = await platform.As("coordinator");
        var answer = await coordinator.Fill("/fr/desk/stakeholders/new", platform.Typed(new('x', 300)));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("name"));
        var unread = await coordinator.Fill("/fr/desk/stakeholders/new", platform.Typed("Nul\0le part"));
        Assert.Equal(422, (int)unread.Status);
        Assert.Contains("caractère illisible", unread.Main, StringComparison.Ordinal);
        Assert.Contains("Personne ne répond", (await coordinator.Get(DirectoryScene.Index + "?q=part+nul")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_role_twice_and_a_date_to_come_are_refused_at_their_fields()
    {
        var coordinator = await platform.As("coordinator");
        var at = DirectoryScene.At(await coordinator.AddEntry(platform, "Doublé Derôle"));
        var twice = await coordinator.Fill(at + "/roles/new", ("place", DirectoryScene.Place("parc-bleu")), ("as", "RELAIS"));
        Assert.Equal(422, (int)twice.Status);
        Assert.NotNull(twice.ErrorAt("as"));
        var contact = await coordinator.Fill(at + "/contacts/new", ("on", "2030-01-01"), ("channel", "Meeting"), ("about", "Plus tard"));
        Assert.Equal(422, (int)contact.Status);
        Assert.NotNull(contact.ErrorAt("on"));
        var consent = await coordinator.Fill(at + "/consent", ("state", "Given"), ("on", "2030-01-01"), ("for", "Tout"), ("way", "Email"));
        Assert.Equal(422, (int)consent.Status);
        Assert.NotNull(consent.ErrorAt("on"));
        Assert.Equal(422, (int)(await coordinator.Fill(at + "/consent", ("state", "Given"))).Status);
    }

    [Theory]
    [InlineData("/nl/desk/stakeholders", "Actorengids")]
    [InlineData("/en/desk/stakeholders", "Stakeholder directory")]
    public async Task The_directory_speaks_the_readers_language(string path, string title) =>
        Assert.Equal(title, (await (await platform.As("director")).Get(path)).Html.QuerySelector("h1")!.TextContent);

    [Fact]
    public void Names_are_compared_without_what_may_be_left_out()
    {
        Assert.Equal(Keys.Name("Dupont, Jeanne"), Keys.Name("jeanne DUPONT"));
        Assert.Equal(Keys.Name("Les Amis de l’Escaut A.S.B.L."), Keys.Name("amis Escaut"));
        Assert.Equal(Keys.Name("Van den Berghe Hélène"), Keys.Name("Helene Berghe"));
        Assert.Equal(Keys.Name("Fietsburen BV"), Keys.Name("fietsburen vzw"));
        Assert.NotEqual(Keys.Name("Jean Dupont"), Keys.Name("Jeanne Dupont"));
        Assert.NotEqual("", Keys.Name("SA"));
    }

    [Fact]
    public void Addresses_are_compared_without_tags_and_with_their_dots_but_where_these_never_count()
    {
        Assert.Equal("a.b@c.example", Keys.Email("A.B+lettre@C.example"));
        Assert.NotEqual(Keys.Email("ab@c.example"), Keys.Email("a.b@c.example"));
        Assert.Equal(Keys.Email("ab@gmail.com"), Keys.Email("A.b+x@googlemail.com"));
        Assert.Null(Keys.Email("@rien"));
    }
}
