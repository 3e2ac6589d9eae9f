using System.Text.RegularExpressions;
using CsCheck;
using Passerelle.Kernels.Translation.Segmentation;

namespace Passerelle.Kernels.Translation.Tests.Segmentation;

public sealed class SrxTests
{
    [Fact]
    public void The_first_rule_that_matches_decides_and_a_cascade_puts_the_maps_together()
    {
        const string Rules = """
            <languagerule languagerulename="Local"><rule break="no"><beforebreak>\b(?:St|Dr)\.</beforebreak><afterbreak>\s</afterbreak></rule></languagerule>
            <languagerule languagerulename="Default"><rule><beforebreak>[.?!]</beforebreak><afterbreak>\s+</afterbreak></rule></languagerule>
            """;
        const string Maps = """<languagemap languagepattern="(?:FR|nl).*" languagerulename="Local"/><languagemap languagepattern=".*" languagerulename="Default"/>""";
        Assert.Equal([11], Srx(Rules, Maps, cascade: true).Breaks("St. Jansabc. De", "nl-BE").Select(b => b - 1));
        Assert.Equal([3, 12], Srx(Rules, Maps, cascade: true).Breaks("St. Jansabc. De", "en"));
        Assert.Empty(Srx(Rules, Maps, cascade: false).Breaks("St. Jansabc. De", "fr"));
    }

    [Theory]
    [InlineData(@"\.\h", @"\p{Lu}", "a. B", 3)]
    [InlineData(@"\.", @"\s+[[:Lu:][«]]", "a. «b»", 2)]
    [InlineData(@"[\p{P}&&[^,]]", @"\s", "a, b. c", 5)]
    [InlineData(@"[\p{Punct}--[,;]]", @"\s", "a, b; c: d", 8)]
    [InlineData(@"\Q...\E", "", "a...b. c", 4)]
    [InlineData(@"\x{2026}", @"\u0020", "a… b", 2)]
    [InlineData(@"\R", "", "a\r\nb", 3)]
    [InlineData(@"a++\.", @"\s", "aaa. b", 4)]
    [InlineData(@"(?i)STOP", @"\s", "Stop en", 4)]
    [InlineData(@"(?<!Dr)\.", @"\s(?!x)", "Dr. a. xb. c", 10)]
    [InlineData(@"\U0001F600", @"\s", "a\U0001F600 b", 3)]
    [InlineData(@"\p{Uppercase_Letter}{2,3}", @"\d", "aB1 CD2", 6)]
    [InlineData(@"(?<name>x|y)?;", @"[]^]", "y;]", 2)]
    [InlineData("", "(?=Art)A", "un Art", 3)]
    public void Expressions_of_ICU_mean_the_same_here(string before, string after, string text, int place) =>
        Assert.Equal([place], new SrxRules(true, [new("all", [new(true, before, after)])], [new(".*", "all")]).Breaks(text, "fr"));

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData(@"\X")]
    [InlineData(@"\p{Script=Greek}")]
    [InlineData("(?x) a")]
    [InlineData("a)")]
    [InlineData("(a")]
    [InlineData("[a")]
    [InlineData("[z-a]")]
    [InlineData("*a")]
    [InlineData("a{3,1}")]
    [InlineData("a{x}")]
    [InlineData("[\U0001F600]")]
    [InlineData(@"\x{110000}")]
    [InlineData(@"a\")]
    public void An_expression_that_is_not_understood_is_refused(string expression) =>
        Assert.Throws<SrxException>(() => new SrxRules(true, [new("all", [new(true, expression, "")])], [new(".*", "all")]));

    [Fact]
    public void Groups_deep_in_each_other_are_refused() =>
        Assert.Throws<SrxException>(() => new SrxRules(true, [new("all", [new(true, new string('(', 5000) + new string(')', 5000), "")])], [new(".*", "all")]));

    [Theory]
    [InlineData("<!DOCTYPE srx [<!ENTITY a \"b\">]><srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><body/></srx>")]
    [InlineData("<srx version=\"2.0\"/>")]
    [InlineData("<srx xmlns=\"http://www.lisa.org/srx20\" version=\"1.0\"/>")]
    [InlineData("<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"/>")]
    [InlineData("no xml")]
    [InlineData("")]
    public void A_file_that_is_no_SRX_or_brings_entities_is_refused(string xml) => Assert.Throws<SrxException>(() => SrxReader.Read(Given.File(xml)));

    [Fact]
    public void A_file_beyond_all_measure_is_refused()
    {
        var many = string.Concat(Enumerable.Repeat("<rule/>", 20_001));
        Assert.Throws<SrxException>(() => Srx($"<languagerule languagerulename=\"a\">{many}</languagerule>", "", cascade: true));
        Assert.Throws<SrxException>(() => Srx($"<languagerule languagerulename=\"{new string('a', 4_000_001)}\"/>", "", cascade: true));
    }

    [Fact]
    public void A_map_without_its_rules_and_rules_with_one_name_are_refused()
    {
        Assert.Throws<SrxException>(() => Srx("", """<languagemap languagepattern=".*" languagerulename="gone"/>""", cascade: true));
        Assert.Throws<SrxException>(() => Srx("""<languagerule languagerulename="a"/><languagerule languagerulename="a"/>""", "", cascade: true));
    }

    [Fact]
    public void An_expression_that_would_run_for_ever_is_stopped()
    {
        var rules = new SrxRules(true, [new("all", [new(true, "", "(?:a|aa)+!")])], [new(".*", "all")]);
        Assert.Throws<SrxException>(() => rules.Breaks(new string('a', 60) + "b!", "fr"));
    }

    [Fact]
    public void The_short_cuts_find_what_trying_every_rule_at_every_place_finds()
    {
        var rules = SrxRules.Default.LanguageMaps.Where(m => Regex.IsMatch("fr-BE", m.Pattern)).SelectMany(m => SrxRules.Default.LanguageRules.Single(r => r.Name == m.Name).Rules)
            .Select(r => (r.IsBreak, Pattern: new Regex($"\\G(?:{Plain(r.Before, "(?<=")}{Plain(r.After, "(?=")})"))).ToList();
        var text = Pick.Of("M. ", "art. ", "Art. ", "vol. ", "VOL. ", "3. ", "Oui", "Les ", "il ", ". ", "! ", " »", "“", "… ", "é", " ", "(", ")", "P.-", "J. ", "etc. ", "\u00A0", "*", "a", "p. ex. ", "\u017F. ", "<1>", "^", "IV. ", "\r").Array[0, 20].Select(string.Concat);
        text.Sample(t => Assert.Equal(
            Enumerable.Range(1, Math.Max(0, t.Length - 1)).Where(p => rules.FirstOrDefault(r => r.Pattern.IsMatch(t, p)).IsBreak),
            SrxRules.Default.Breaks(t, "fr-BE")), iter: 3000);
        static string Plain(string expression, string look) =>
            expression.StartsWith("(?i)", StringComparison.Ordinal) ? $"{look}(?i:{expression[4..]}))" : $"{look}{expression})";
    }

    private static SrxRules Srx(string rules, string maps, bool cascade) => SrxReader.Read(Given.File($"""
        <?xml version="1.0"?>
        <srx xmlns="http://www.lisa.org/srx20" xmlns:x="urn:other" version="2.0"><header segmentsubflows="yes" cascade="{(cascade ? "yes" : "no")}"><x:option/></header>
        <body><languagerules>{rules}</languagerules><maprules>{maps}</maprules></body></srx>
        """));
}
