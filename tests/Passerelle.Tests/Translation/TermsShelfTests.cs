using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Kernels.Translation.Checks;
using Passerelle.Tests.Host;
using Passerelle.Translation.Terms;
using static Passerelle.Tests.Translation.TermsScene;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Tests.Translation;

/// <summary>What checks and the editor get of the terms.</summary>
public sealed class TermsShelfTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private TermShelf Shelf => platform.Services.GetRequiredService<TermShelf>();

    [Fact]
    public async Task A_segment_tells_its_terms_with_what_to_write_and_what_not()
    {
        var found = await Shelf.TermsIn("Les élus de l’Eurométropole et leurs groupes action", "fr", "nl");
        Assert.Equal(["élus", "Eurométropole", "groupe action"], found.Select(f => f.Term));
        Assert.Equal((4, 4), (found[0].Range.At, found[0].Range.Length));
        Assert.Equal(["verkozenen", "mandatarissen", "politieke verkozenen"], found[0].Right.Select(c => c.Text));
        Assert.Equal(["Eurometropool"], found[1].Right.Select(c => c.Text));
        Assert.Contains("Eurometropolis", found[1].Forbidden.Select(c => c.Text));
        var she = Assert.Single(await Shelf.TermsIn("La Présidente", "fr", "nl"));
        Assert.Equal(("Présidente", "Voorzitster"), (she.Term, she.Right[0].Text));
    }

    [Fact]
    public async Task The_checks_know_the_terms_in_both_directions()
    {
        var dutch = new CheckOptions("fr", "nl") { Terms = await Shelf.For("fr", "nl") };
        var french = new CheckOptions("nl", "fr") { Terms = await Shelf.For("nl", "fr") };
        Assert.Contains(Check.All("L’Eurométropole vous invite.", "Eurometropolis nodigt u uit.", dutch), f => f.Rule == CheckRule.TermForbidden);
        Assert.Contains(Check.All("De actiegroep komt samen.", "Le groupe d’action se réunit.", french), f => f.Rule == CheckRule.TermForbidden);
        Assert.DoesNotContain(Check.All("De actiegroep komt samen.", "Le groupe action se réunit.", french), f => f.Rule.StartsWith("terms", StringComparison.Ordinal));
        Assert.DoesNotContain(french.Terms, t => t.Source == "Eurometropolis");
        Assert.Empty(await Shelf.For("fr", "de"));
    }

    [Fact]
    public async Task A_proposal_counts_once_it_is_accepted_and_no_longer_once_it_is_retired()
    {
        async Task<bool> Counts() => (await Shelf.For("nl", "fr")).Contains(new("zwerfvuil", "déchets sauvages", TermStatus.Admitted));
        var (citizen, director) = (await platform.As("citizen"), await platform.As("director"));
        var address = await citizen.Propose("déchets sauvages", "zwerfvuil", ("status", "Admitted"));
        await platform.Deliver();
        Assert.False(await Counts());
        await director.Fill(address + "/accept");
        await platform.Deliver();
        Assert.True(await Counts());
        await director.Fill(address + "/retire", ("reason", "Non"));
        await platform.Deliver();
        Assert.False(await Counts());
    }

    [Fact]
    public async Task What_a_person_proposed_is_in_the_download_and_stays_without_a_name_when_the_account_is_erased()
    {
        var person = await platform.As("juror2");
        var address = await person.Propose("chemin creux", "holle weg", ("note", "Mots très particuliers"));
        Assert.Contains("Stéphane Wibautin", (await person.Get(address)).Main, StringComparison.Ordinal);
        var data = JsonDocument.Parse((await person.Get("/fr/me/data/download")).Text).RootElement.GetProperty("terms").ToString();
        Assert.All(new[] { "chemin creux", "holle weg", "particuliers" }, words => Assert.Contains(words, data, StringComparison.Ordinal));
        Assert.Contains("sans votre nom", (await person.Get("/fr/me/erase")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await person.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"))).Status);
        var page = (await (await platform.As("citizen")).Get(address)).Main;
        Assert.DoesNotContain("Wibautin", page, StringComparison.Ordinal);
        Assert.Contains("chemin creux", page, StringComparison.Ordinal);
        Assert.Null((await platform.Term("chemin creux", "holle weg")).ProposedBy);
    }
}
