using System.Text.RegularExpressions;

namespace Passerelle.Recruitment.Selection;

/// <summary>Where a text holds an address of any kind, or a telephone number.</summary>
internal static partial class MaskedPlaces
{
    private const int Patience = 5000;

    /// <summary>The small words in the name of a street or a town.</summary>
    private const string Small = @"(?:[ \u00A0-]*(?:de|du|des|la|le|les|l['’]|d['’]|aux?|à|sur|sous|lez|lès|en|et|van|der|den|het|'t|’t|op|aan|bij|ten|ter)(?![\p{L}]))*";

    /// <summary>A word of such a name, with the small ones before it.</summary>
    private const string Proper = @"(?:(?:de|du|des|la|le|les|aux?|à|sur|sous|lez|lès|en|et|van|der|den|het|'t|’t|op|aan|bij|ten|ter)[ \u00A0-]|[ld]['’])*\p{Lu}[\p{L}\d'’.-]*";

    /// <summary>Four digits that are no year.</summary>
    private const string NoYear = @"(?!(?:19[5-9]|20[0-4])\d(?!\d))";

    /// <summary>A number of a house, with its box.</summary>
    private const string House = @"(?:n[°ºr]\.?\s?)?" + NoYear + @"\d{1,4}(?!\d)(?:\s?(?:bis|ter|[A-Za-z])\b)?(?:[ ,/]*(?:bte|boîte|boite|bus|box|b)\.?\s?\w{1,4}\b)?";

    /// <summary>French words for a street that mean nothing else.</summary>
    private const string Street = @"(?:rue|avenue|av\.|ave\.|boulevard|bd\.?|bld\.?|bvd\.?|chaussée|chaussee|chée|allée|impasse|chemin|quai|drève|ruelle|venelle|sentier|faubourg|esplanade|rond-point|square|clos|résidence|lotissement|hameau)";

    /// <summary>Those that stand in other sentences, too.</summary>
    private const string Ambiguous = @"(?:place|pl\.|cours|route|rte\.?|passage|voie|cité|mail|parvis|montée|villa|galerie)";

    /// <summary>How Dutch names of streets end.</summary>
    private const string Straat = @"(?:straat|str\.|laan|steenweg|stwg\.?|weg|plein|dreef|lei|kaai|markt|hof|singel|gracht|dijk|baan|pad|steeg|ring|park|veld|berg|wal|kade|dal|hoek|akker)";

    /// <summary>Belgian postcodes that look like a year, by their towns.</summary>
    private const string TownsOfYears = "(?:kraainem|crainhem|wezembeek|eppegem|zemst|hofstade|elewijt|weerde|antwerpen|anvers|antwerp|berendrecht|zandvliet|lillo|linkeroever)";

    public static IEnumerable<(int Start, int End)> Of(string text) =>
        ((Regex[])[Mail(), Page(), Telephone(), NumberedStreet(), StreetNumbered(), NamedStreet(), DutchStreet(), Town(), TownOfYear(), TownBefore()])
            .SelectMany(r => r.Matches(text)).Select(m => (m.Index, m.Index + m.Length));

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+ ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}-]+(?: ?\. ?[\p{L}\p{N}-]+)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|(?<![\p{L}\p{N}@])(?:[\p{L}\p{N}-]+\.)+(?:com|be|fr|eu|org|net|nl|lu|io|me|dev|info|app|page|site|brussels|vlaanderen|gent)(?![\p{L}\p{N}])(?:/\S*)?|(?<![\p{L}\p{N}])/?in/[\p{L}\p{N}_%-]{3,}|(?<=\b(?:linkedin|github|twitter|instagram|facebook|skype)\s?:\s?)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Page();

    /// <summary>With the prefix of a country, or nine or ten digits that begin with 0; a day or a month of a year is none.</summary>
    [GeneratedRegex(@"(?<!\d)(?:\+|00)[ \u00A0]?\d{1,3}(?:[ \u00A0\u202F\u2009./()-]{0,3}\d){6,12}|(?<!\d)(?!\d{1,2}[ ./-](?:19|20)\d\d(?!\d))(?!\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d))\(?0[1-9](?:[ \u00A0\u202F\u2009./()-]{0,2}\d){7,8}(?!\d)", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<![\d\p{L}])\d{1,4}[ \u00A0]?(?:bis\b|ter\b|[A-Za-z]\b)?,?[ \u00A0]+(?:(?i:" + Street + ")" + Small + @"[ \u00A0]*[\p{L}\d'’.-]+(?:[ \u00A0]+" + Proper + "){0,4}|(?i:" + Ambiguous + @")(?:[ \u00A0]+" + Proper + "){1,5})", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex NumberedStreet();

    [GeneratedRegex(@"(?<!\p{L})(?:(?i:" + Street + @")(?:[ \u00A0]+[\p{L}'’.-]+){1,5}?|(?i:" + Ambiguous + @")(?:[ \u00A0]+" + Proper + @"){1,4}?),?[ \u00A0]+" + House, RegexOptions.CultureInvariant, Patience)]
    private static partial Regex StreetNumbered();

    [GeneratedRegex(@"(?<!\p{L})(?i:" + Street + @")(?:[ \u00A0]+" + Proper + "){1,5}", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex NamedStreet();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|het|ten|ter)[ \u00A0]+){0,4}(?:\p{Lu}[\p{L}'’-]*?(?i:" + Straat + @")|(?=\p{Lu})(?i:" + Straat + @")|(?<=\p{Lu}[\p{L}'’.-]*[ \u00A0]+)(?i:" + Straat + @")|\p{L}[\p{L}'’-]*(?:straat|laan|steenweg|plein|dreef)),?[ \u00A0]+" + House, RegexOptions.CultureInvariant, Patience)]
    private static partial Regex DutchStreet();

    [GeneratedRegex(@"(?<![\d\p{L}])(?:(?:[BFL]|BE|FR)[ -]?\d{4,5}|\d{5}|" + NoYear + @"[1-9]\d{3})(?:[ \u00A0]+|[ \u00A0]*[,-][ \u00A0]*)\p{Lu}[\p{L}'’.-]+(?:[ \u00A0-]+" + Proper + @"){0,4}(?:[ \u00A0]+(?i:cedex)(?:[ \u00A0]\d+)?)?", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Town();

    [GeneratedRegex(@"(?<!\d)(?:19[5-9]|20[0-4])\d[ \u00A0]+" + TownsOfYears + @"[\p{L}-]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex TownOfYear();

    [GeneratedRegex(@"\p{Lu}[\p{L}'’-]+[ \u00A0]*\((?:(?:[BFL]-)?\d{5}|[BFL]-\d{4}|" + NoYear + @"\d{4})\)", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex TownBefore();
}
