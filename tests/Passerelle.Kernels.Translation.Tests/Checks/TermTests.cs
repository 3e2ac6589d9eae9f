using Passerelle.Kernels.Translation.Checks;

namespace Passerelle.Kernels.Translation.Tests.Checks;

public sealed class TermTests
{
    private static readonly CheckTerm[] Terms =
    [
        new("groupe action", "actiegroep"), new("action", "actie"), new("commune frontalière", "grensgemeente"), new("élus", "verkozenen"), new("élus", "mandatarissen", TermStatus.Admitted),
        new("élus", "gekozenen", TermStatus.Forbidden), new("binôme d'animateurs", "duo van animatoren"), new("", "meeting", TermStatus.Forbidden), new("axe", "as"), new("Parc bleu", "Blauwe Park"),
        new("Président", "voorzitter"), new("Présidente", "voorzitster"),
    ];

    [Theory]
    [InlineData("Le groupe action agit.", "De actiegroep handelt.")]
    [InlineData("Les groupes action agissent.", "De actiegroepen handelen.")]
    [InlineData("Le groupe action se réunit.", "De actiegroepvergadering gaat door.")]
    [InlineData("Les communes frontalières.", "De grensgemeenten.")]
    [InlineData("Les élus et l’élu.", "De mandatarissen en de verkozene.")]
    [InlineData("Le binôme d’animateurs du Parc bleu.", "Het duo van animatoren van het blauwe park.")]
    [InlineData("Trois axes.", "Drie assen.")]
    [InlineData("La présidente arrive.", "De voorzitster komt.")]
    [InlineData("Le président arrive.", "De voorzitter komt.")]
    [InlineData("Rien.", "Niets.")]
    public void A_term_is_met_in_the_plural_without_accents_and_in_compounds(string source, string target) => Assert.Empty(Found(source, target));

    [Theory]
    [InlineData("Le groupe action agit.", "De groep handelt.", "terms.missing groupe action > actiegroep")]
    [InlineData("Une action du groupe action.", "Een actiegroep.", "terms.missing action > actie")]
    [InlineData("Les élus.", "De politici.", "terms.missing élus > verkozenen | mandatarissen")]
    [InlineData("Le président arrive.", "De baas komt.", "terms.missing Président > voorzitter | voorzitster")]
    [InlineData("Les élus.", "De gekozenen en verkozenen.", "terms.forbidden gekozenen")]
    [InlineData("La réunion.", "De meetings.", "terms.forbidden meeting")]
    public void A_missed_term_and_a_forbidden_one_are_found(string source, string target, string finding) => Assert.Equal([finding], Found(source, target));

    [Theory]
    [InlineData("Les groupes action des élus", "4+14 groupe action, 23+4 élus")]
    [InlineData("Une ACTION, puis un groupe action ; l’élu.", "4+6 action, 20+13 groupe action, 38+3 élus")]
    [InlineData("Rien du tout", "")]
    [InlineData("", "")]
    public void A_finder_gives_the_places_of_terms_and_none_within_a_longer_one(string text, string places)
    {
        TermFinder finder = new([.. Terms.Select(t => t.Source), "…"], "fr");
        Assert.Equal(places, string.Join(", ", finder.In(text).Select(p => $"{p.Range.At}+{p.Range.Length} {p.Term}")));
    }

    [Fact]
    public void A_term_that_the_text_breaks_off_is_not_found() => Assert.Empty(new TermFinder(["groupe action"], "fr").In("Le groupe"));

    private static List<string> Found(string source, string target) =>
        [.. Check.All(source, target, new("fr", "nl") { Terms = Terms }).Where(f => f.Rule.StartsWith("terms", StringComparison.Ordinal))
            .Select(f => f.Rule == CheckRule.TermMissing ? $"{f.Rule} {f.Data["source"]} > {f.Data["target"]}" : $"{f.Rule} {f.Data["target"]}")];
}
