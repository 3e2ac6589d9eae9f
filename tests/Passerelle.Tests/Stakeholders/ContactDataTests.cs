using System.IO.Compression;
using System.Text;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Stakeholders;

/// <summary>How to reach somebody is seen inside the group only: by no way does it get out.</summary>
public sealed class ContactDataTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] Secrets = ["secret-courriel", "0470 99 88 77", "Impasse du Secret"];

    private static readonly (string, string?)[] Contact = [("email", "secret-courriel@dedans.example"), ("phone", "0470 99 88 77"), ("address", "Impasse du Secret 3")];

    private async Task<Guid> Secret(string name, string group = "parc-bleu") => await (await platform.As("coordinator")).AddEntry(platform, name, group, more: Contact);

    [Theory]
    [InlineData("coordinator", true)]
    [InlineData("colead-elected", true)]
    [InlineData("coordinator2", false)]
    [InlineData("director", false)]
    public async Task Coordinators_and_co_leads_of_the_group_see_it_and_nobody_else(string who, bool sees)
    {
        var id = await Secret("Vue Deprès");
        var page = await (await platform.As(who)).Get(DirectoryScene.At(id));
        Assert.Equal(200, (int)page.Status);
        Assert.All(Secrets, s => Assert.Equal(sees, page.Text.Contains(s, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("administrator", 403)]
    [InlineData("citizen", 403)]
    [InlineData("translator", 403)]
    public async Task The_administrator_and_strangers_see_nothing_of_the_directory(string who, int status)
    {
        var id = await Secret("Hors Portée");
        var guest = await platform.As(who);
        foreach (var path in new[] { "", ".csv", ".xlsx", "/new", "/members", "/duplicates", $"/{id}", $"/{id}/change", $"/{id}/merge" })
        {
            Assert.Equal(status, (int)(await guest.Get(DirectoryScene.Index + path)).Status);
        }
    }

    [Theory]
    [InlineData("colead-elected", true)]
    [InlineData("member-citizen", true)]
    [InlineData("coordinator", false)] // has it in the navigation
    [InlineData("citizen", false)]
    [InlineData("administrator", false)]
    public async Task Who_leads_a_group_or_is_a_member_finds_their_part_of_the_directory_from_their_day(string who, bool finds)
    {
        var guest = await platform.As(who);
        var ways = (await guest.Get("/nl/desk")).Html.QuerySelectorAll("main a[href='/nl/desk/stakeholders']");
        Assert.Equal(finds ? 1 : 0, ways.Length);
        if (finds)
        {
            Assert.Equal("De actoren die met uw groepen werken", ways[0].TextContent);
            Assert.Equal(200, (int)(await guest.Get("/nl/desk/stakeholders")).Status);
        }
    }

    [Fact]
    public async Task A_member_reads_names_and_roles_of_their_groups_and_nothing_else()
    {
        var id = await Secret("Nommé Seulement");
        await (await platform.As("coordinator")).Done(DirectoryScene.At(id) + "/change", ("skills", "compétence-rare"));
        var member = await platform.As("member-citizen");
        var list = await member.Get(DirectoryScene.Index);
        Assert.Contains("Nommé Seulement", list.Main, StringComparison.Ordinal);
        Assert.Contains("Relais – Le Parc bleu", list.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("compétence-rare", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Maison de santé du Canal", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nommé Seulement", (await member.Get(DirectoryScene.Index + "?q=rare")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("compétence-rare", (await member.Get(DirectoryScene.Index + ".csv")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await member.Get(DirectoryScene.At(id))).Status);
        Assert.Equal(404, (int)(await member.Get(DirectoryScene.At(DirectoryScene.Sample("maison-sante-du-canal")))).Status);
    }

    [Fact]
    public async Task It_is_neither_in_the_form_of_who_may_not_see_it_nor_lost_when_they_save_it()
    {
        var id = await Secret("Gardée Entière");
        var director = await platform.As("director");
        var form = await director.Get(DirectoryScene.At(id) + "/change");
        Assert.All(Secrets, s => Assert.DoesNotContain(s, form.Text, StringComparison.Ordinal));
        await (await platform.As("coordinator")).Done(DirectoryScene.At(id) + "/change", ("name", "Gardée Toujours"));
        var late = await director.Submit(form, null, ("email", "autre@dehors.example"));
        Assert.Equal(409, (int)late.Status);
        Assert.All(Secrets, s => Assert.DoesNotContain(s, late.Text, StringComparison.Ordinal));
        Assert.Equal(303, (int)(await director.Submit(late, null, ("email", "autre@dehors.example"))).Status);
        Assert.Equal("secret-courriel@dedans.example", (await platform.Entry(id)).Email);
        Assert.Equal(403, (int)(await (await platform.As("coordinator2")).Get(DirectoryScene.At(id) + "/change")).Status);
    }

    [Fact]
    public async Task The_history_says_that_it_changed_and_never_what_it_says()
    {
        var id = await Secret("Histoire Muette");
        await (await platform.As("coordinator")).Done(DirectoryScene.At(id) + "/change", ("phone", "0470 55 44 33"));
        Assert.Contains("a modifié les coordonnées : téléphone", (await (await platform.As("director")).Get(DirectoryScene.At(id))).Main, StringComparison.Ordinal);
        var events = await platform.Db(db => Task.FromResult(db.Events.Where(e => e.SubjectId == id).Select(e => e.Data + e.Personal).ToList()));
        Assert.All(Secrets.Append("0470 55 44 33"), s => Assert.DoesNotContain(events, e => e.Contains(s, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("coordinator", true)]
    [InlineData("director", false)]
    [InlineData("coordinator2", false)]
    public async Task A_file_holds_it_only_for_who_sees_it(string who, bool sees)
    {
        await Secret("Mise Enfichier");
        var guest = await platform.As(who);
        var csv = (await guest.Get(DirectoryScene.Index + ".csv?q=enfichier")).Text;
        Assert.Contains("Mise Enfichier", csv, StringComparison.Ordinal);
        Assert.All(Secrets, s => Assert.Equal(sees, csv.Contains(s, StringComparison.Ordinal)));
        var excel = Unzipped((await guest.Get(DirectoryScene.Index + ".xlsx?q=enfichier")).Bytes);
        Assert.Contains("Mise Enfichier", excel, StringComparison.Ordinal);
        Assert.All(Secrets, s => Assert.Equal(sees, excel.Contains(s, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_search_for_an_address_answers_only_where_it_may_be_read_and_a_part_of_one_nowhere()
    {
        await Secret("Cherchée Parcourriel");
        async Task<bool> Finds(string who, string words) => (await (await platform.As(who)).Get(DirectoryScene.Index + "?q=" + Uri.EscapeDataString(words))).Main.Contains("Cherchée Parcourriel", StringComparison.Ordinal);
        Assert.True(await Finds("coordinator", "Secret-Courriel@dedans.example"));
        Assert.False(await Finds("director", "secret-courriel@dedans.example"));
        Assert.False(await Finds("coordinator2", "secret-courriel@dedans.example"));
        Assert.False(await Finds("coordinator", "secret-courriel@"));
        Assert.False(await Finds("coordinator", "secret-courriel"));
        Assert.False(await Finds("member-citizen", "secret-courriel@dedans.example"));
    }

    [Fact]
    public async Task The_address_of_an_account_is_found_and_shown_by_the_same_rule()
    {
        const string Address = "aurore.delebruyere@demo.passerelle.example";
        var id = DirectoryScene.Sample("aurore-delebruyere");
        Assert.Contains(Address, (await (await platform.As("coordinator")).Get(DirectoryScene.At(id))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, (await (await platform.As("director")).Get(DirectoryScene.At(id))).Text, StringComparison.Ordinal);
        Assert.Contains("Aurore", (await (await platform.As("coordinator")).Get(DirectoryScene.Index + "?q=" + Address)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Aurore", (await (await platform.As("director")).Get(DirectoryScene.Index + "?q=" + Address)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_entries_with_one_address_are_proposed_and_shown_only_to_who_sees_both()
    {
        var coordinator = await platform.As("coordinator");
        await coordinator.AddEntry(platform, "Anne Unepart", more: [("email", "commune@adresse.example")]);
        await coordinator.AddEntry(platform, "Zoé Autrepart", more: [("email", "Commune+x@adresse.example")]);
        var seen = (await coordinator.Get(DirectoryScene.Index + "/duplicates")).Main;
        Assert.Contains("Anne Unepart et Zoé Autrepart", seen, StringComparison.Ordinal);
        Assert.Contains("commune@adresse.example", seen, StringComparison.Ordinal);
        foreach (var who in new[] { "director", "coordinator2" })
        {
            var page = (await (await platform.As(who)).Get(DirectoryScene.Index + "/duplicates")).Text;
            Assert.DoesNotContain("Anne Unepart", page, StringComparison.Ordinal);
            Assert.DoesNotContain("adresse.example", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_address_that_another_entry_has_is_no_error_which_would_tell_that_it_is_there()
    {
        await Secret("Déjà Là", "bibliotheques-voisines");
        var id = await (await platform.As("coordinator2")).AddEntry(platform, "Même Adresse", "mobilites-durables", more: [("email", "secret-courriel@dedans.example")]);
        Assert.Equal("secret-courriel@dedans.example", (await platform.Entry(id)).Email);
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_way_in_by_a_role_or_a_merger()
    {
        var id = await Secret("Fermée Àclé");
        var coordinator = await platform.As("coordinator");
        var role = (await platform.Entry(id)).Roles.Single().Id;
        var other = await platform.As("coordinator2");
        Assert.Equal(403, (int)(await other.Get(DirectoryScene.At(id) + "/roles/new")).Status);
        var own = await other.AddEntry(platform, "Fermée Àclé", "mobilites-durables");
        Assert.Equal(403, (int)(await other.Get($"{DirectoryScene.At(own)}/merge/{id}")).Status);

        // Without a group any more it still keeps what was entrusted to one.
        await coordinator.Done($"{DirectoryScene.At(id)}/roles/{role}/end");
        var answer = await other.Fill(DirectoryScene.At(id) + "/roles/new", ("place", DirectoryScene.Place("mobilites-durables")), ("as", "Relais"));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("place"));
        Assert.Equal(403, (int)(await other.Get($"{DirectoryScene.At(own)}/merge/{id}")).Status);
        Assert.All(Secrets, s => Assert.DoesNotContain(s, answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_of_the_group_counts_as_the_group()
    {
        var coordinator = await platform.As("coordinator");
        var id = await coordinator.AddEntry(platform, "Parle Projet", more: [("place", DirectoryScene.Project("jalonnement-lys")), .. Contact]);
        // The project is led by «Le Parc bleu», and «Mobilités durables», of the other coordinator, takes part in it.
        Assert.Contains("secret-courriel", (await (await platform.As("coordinator2")).Get(DirectoryScene.At(id))).Text, StringComparison.Ordinal);
        Assert.Contains("Parle Projet", (await (await platform.As("director")).Get(DirectoryScene.Index + "?group=mobilites-durables")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_entrusted_to_a_group_and_the_Director_is_not_asked_for_it()
    {
        var coordinator = await platform.As("coordinator");
        var answer = await coordinator.Fill("/fr/desk/stakeholders/new", platform.Typed("Sans Groupe", group: null, more: [("email", "sans@groupe.example")]));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("place"));
        var director = await platform.As("director");
        Assert.Null((await director.Get("/fr/desk/stakeholders/new")).Html.QuerySelector("[name=email]"));
        var id = await director.AddEntry(platform, "Ajout Direction", more: [("email", "glissé@dedans.example")]);
        Assert.Null((await platform.Entry(id)).Email);
    }

    private static string Unzipped(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
