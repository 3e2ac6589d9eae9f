using CsCheck;
using Passerelle.Kernels.Translation.Checks;
using Check = Passerelle.Kernels.Translation.Checks.Check;

namespace Passerelle.Kernels.Translation.Tests.Checks;

public sealed class CheckTests
{
    private static readonly CheckOptions ToDutch = new("fr", "nl");
    private static readonly CheckOptions ToFrench = new("nl", "fr");

    [Theory]
    [InlineData("Le groupe action se réunit à Tournai.", "De actiegroep vergadert in Doornik.")]
    [InlineData("Écrivez à info@example.eu ou voyez https://example.eu/fr !", "Schrijf naar info@example.eu of kijk op https://example.eu/fr!")]
    [InlineData("Bonjour {name}, il reste %s places : <1>voir</1>…", "Dag {name}, er zijn nog %s plaatsen: <1>bekijken</1>...")]
    [InlineData("Lille-Kortrijk-Tournai", "Lille-Kortrijk-Tournai")]
    [InlineData("Julie Martin, Jean Dupont", "Julie Martin, Jean Dupont")]
    [InlineData("Il dit : « Oui. »", "Hij zegt: “Ja.”")]
    [InlineData("Le groupe « Mobilités durables ».", "De groep «Duurzame mobiliteit».")]
    [InlineData("Maison de l’emploi, Tourcoing", "Maison de l’emploi, Tourcoing")]
    [InlineData("  ", "")]
    public void A_good_translation_gives_no_finding(string source, string target) => Assert.Empty(Check.All(source, target, ToDutch));

    [Theory]
    [InlineData("Le parc est ouvert", "", CheckRule.Empty)]
    [InlineData("Le parc est ouvert.", "Le parc est ouvert.", CheckRule.Untranslated)]
    [InlineData("Le parc est ouvert.", "Het park is open", CheckRule.End)]
    [InlineData("Le parc est ouvert.", "Het park  is open.", CheckRule.DoubleSpace)]
    [InlineData("Bonjour {name}.", "Dag {naam}.", CheckRule.PlaceholderMissing)]
    [InlineData("Bonjour %s.", "Dag %d.", CheckRule.PlaceholderExtra)]
    [InlineData("Écrire à a@b.eu.", "Schrijf naar a@c.eu.", CheckRule.AddressMissing)]
    [InlineData("Voir https://a.eu/fr.", "Zie https://a.eu/nl.", CheckRule.AddressExtra)]
    [InlineData("Un <1>mot</1>.", "Een woord</1>.", CheckRule.TagMissing)]
    [InlineData("Un mot<2/>.", "Een <1>woord</1><2/>.", CheckRule.TagExtra)]
    [InlineData("Un <1>mot</1>.", "Een </1>woord<1>.", CheckRule.TagNesting)]
    [InlineData("Un <1>mot</1> <2>ici</2>.", "Een <1>woord <2>hier</1></2>.", CheckRule.TagNesting)]
    [InlineData("Un <1/> et <2/>.", "Een <2/> en <1/>.", CheckRule.TagOrder)]
    [InlineData("Dit : « oui » et « non ».", "Zegt: “ja” en \"neen\".", CheckRule.QuotesMixed)]
    [InlineData("Dit : « oui ».", "Zegt: “ja.", CheckRule.QuotesUneven)]
    [InlineData("Dit : « oui ».", "Zegt: « ja ».", CheckRule.QuotesForeign)]
    [InlineData("Nous le disons : le long de la rivière il fait bon vivre.", "Wij zeggen: le long de la rivière il fait bon wonen.", CheckRule.Copied)]
    [InlineData("Les habitants proposent des idées pour la commune.", "The people bring their ideas for the town.", CheckRule.Language)]
    public void What_is_wrong_is_found(string source, string target, string rule) =>
        Assert.Contains(rule, Check.All(source, target, ToDutch).Select(f => f.Rule));

    [Theory]
    [InlineData("Het park: open!", "Le parc\u00A0: ouvert\u202F!", 0)]
    [InlineData("Het park: open!", "Le parc : ouvert!", 2)]
    [InlineData("“Ja”; neen?", "«\u00A0Oui\u00A0»\u00A0; non\u202F?", 0)]
    [InlineData("“Ja”; neen?", "« Oui »; non ?", 4)]
    [InlineData("Om 9:30, zie https://a.eu/?q=b!", "À 9:30, voir https://a.eu/?q=b\u00A0!", 0)]
    [InlineData("Echt?! (!)", "Vraiment\u00A0?! (!)", 0)]
    public void French_wants_its_no_break_spaces(string source, string target, int count) =>
        Assert.Equal(count, Check.All(source, target, ToFrench).Count(f => f.Rule == CheckRule.FrenchSpace));

    [Fact]
    public void A_finding_says_where_and_what()
    {
        var found = Assert.Single(Check.All("Het park: open.", "Le parc : ouvert.", ToFrench));
        Assert.Equal((CheckRule.FrenchSpace, Severity.Warning, null, new TextRange(7, 2)), (found.Rule, found.Severity, found.Source, found.Target));
        Assert.Equal([("found", "space"), ("mark", ":")], found.Data.OrderBy(d => d.Key).Select(d => (d.Key, d.Value)));
        Assert.Empty(Check.All("Het park: open.", "Le parc : ouvert.", ToFrench with { Without = new HashSet<string> { CheckRule.FrenchSpace } }));
    }

    [Fact]
    public void A_key_stays_while_the_excerpts_stay_and_changes_with_them()
    {
        static string Key(string source, string target) => Check.All(source, target, ToDutch).Single(f => f.Rule == CheckRule.NumberMissing).Key;
        Assert.Equal("numbers.missing:", Key("Il y a 12 vélos.", "Er zijn fietsen.")[..16]);
        Assert.Equal(Key("Il y a 12 vélos.", "Er zijn fietsen."), Key("Ici 12 beaux vélos.", "Hier zijn mooie fietsen."));
        Assert.NotEqual(Key("Il y a 12 vélos.", "Er zijn fietsen."), Key("Il y a 13 vélos.", "Er zijn fietsen."));
        var whole = Check.All("Le parc est ouvert.", "Le parc est ouvert.", ToDutch)[0].Key;
        Assert.NotEqual(whole, Check.All("Le parc est fermé.", "Le parc est fermé.", ToDutch)[0].Key);
        Assert.Equal("text.untranslated:", whole[..18]);
    }

    [Theory]
    [InlineData("# Titre\n\n- un\n- deux", "# Titel\n\n- een\n- twee", "")]
    [InlineData("# Titre\n\n- un\n- deux", "Titel\n\n- een", "headings,items")]
    [InlineData("Un **mot** et *un* [lien](https://a.eu).", "Een **woord** en _een_ [link](https://a.eu).", "")]
    [InlineData("Un **mot** et *un* [lien](https://a.eu).", "Een *woord* en een link (https://a.eu).", "links,strong")]
    [InlineData("Du `code * ici` ![image](a.png)", "`code * ici` en image", "images")]
    public void The_structure_of_Markdown_is_counted(string source, string target, string kinds) =>
        Assert.Equal(kinds, string.Join(',', Check.All(source, target, ToDutch with { IsMarkdown = true }).Where(f => f.Rule == CheckRule.Markdown).Select(f => f.Data["kind"])));

    [Fact]
    public void A_length_is_counted_in_characters_without_tags()
    {
        var options = ToDutch with { MostCharacters = 8 };
        Assert.DoesNotContain(CheckRule.Length, Check.All("Le parc", "<1>Park 🙂 a</1>", options).Select(f => f.Rule).Except([CheckRule.TagExtra]));
        var found = Assert.Single(Check.All("Un long titre", "Een lange", options));
        Assert.Equal((CheckRule.Length, "9", "8"), (found.Rule, found.Data["length"], found.Data["limit"]));
    }

    [Fact]
    public void One_source_with_two_translations_is_shown_at_each()
    {
        var found = Check.Repeats([(1, "Oui", "Ja"), (2, "Oui", "Ja"), (3, "Oui ", "Jawel"), (4, "Non", "Neen"), (5, "Non", ""), (6, "non", "nee")]);
        Assert.Equal([(1, "Jawel"), (2, "Jawel"), (3, "Ja")], found.Select(f => (f.Key, f.Finding.Data["other"])));
        Assert.All(found, f => Assert.Equal(CheckRule.Repeat, f.Finding.Rule));
    }

    [Theory]
    [InlineData("1", "2", "numbers.extra numbers.missing")]
    [InlineData("12 mars ", "13 mars ", "dates.extra dates.missing text.untranslated")]
    [InlineData("](", "[", "")]
    [InlineData("« ", "“", "quotes.uneven")]
    [InlineData("<1>", "</1>", "tags.extra tags.missing")]
    [InlineData("a@b.eu ", "c@d.eu ", "addresses.extra addresses.missing")]
    [InlineData("*a **b ", "_c ` ", "markdown.structure")]
    [InlineData("le parc ", "het park ", "language.wrong")]
    public void Texts_made_to_be_slow_are_checked_all_the_same(string source, string target, string rules)
    {
        var found = Check.All(string.Concat(Enumerable.Repeat(source, 3000)), string.Concat(Enumerable.Repeat(target, 3000)), ToFrench with { IsMarkdown = true, Terms = [new("le le", "het het")] });
        Assert.All(found, f => Assert.InRange(f.Target?.At ?? 0, 0, target.Length * 3000));
        Assert.Equal(rules, string.Join(' ', found.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Any_two_texts_can_be_checked_and_places_lie_within_them()
    {
        var text = Gen.OneOf(Gen.String, Pick.Of("<1>", "</1>", "« ", "»", "“", "12 mars 2026", "9h30", "1 234,5 €", "{x}", "%s", " :", "!", "**", "[a](b)", "a@b.eu", " le parc bleu ", "\uD83D", "\n# ", "https://a").Array[0, 12].Select(string.Concat));
        Gen.Select(text, text, Pick.Of(ToDutch, ToFrench, new("nl", "en"), new("fr", "nl") { IsMarkdown = true, MostCharacters = 10, Terms = [new("parc bleu", "Blauwe Park")] })).Sample((source, target, options) =>
        {
            foreach (var finding in Check.All(source, target, options))
            {
                Assert.True(finding.Source is not { } s || (s.At >= 0 && s.Length > 0 && s.At + s.Length <= source.Length));
                Assert.True(finding.Target is not { } t || (t.At >= 0 && t.Length > 0 && t.At + t.Length <= target.Length));
                Assert.StartsWith(finding.Rule + ":", finding.Key, StringComparison.Ordinal);
            }
        }, iter: 3000);
    }
}
