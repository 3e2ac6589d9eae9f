using Passerelle.Platform.Localization;

namespace Passerelle.Stakeholders;

/// <summary>Names and addresses as they are compared, never as they are shown.</summary>
internal static class Keys
{
    /// <summary>What a name may carry or leave out: particles and articles, and the legal forms of these countries.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        "de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "der", "den", "het", "een", "ter", "ten", "te", "t", "s", "the", "of", "et", "en", "and",
        "asbl", "aisbl", "vzw", "ivzw", "sa", "nv", "sarl", "srl", "bv", "bvba", "sprl", "sc", "scrl", "cv", "cvba", "sas", "sasu", "eurl", "gie", "gmbh", "ag", "ltd", "fondation", "stichting",
    };

    /// <summary>Providers that deliver «an.na@» and «anna@» to one and the same person.</summary>
    private static readonly HashSet<string> DotsDoNotCount = new(StringComparer.Ordinal) { "gmail.com", "googlemail.com" };

    /// <summary>
    /// An address as it is compared: lower case, without «+tag». A dot counts, but where its provider is known not to
    /// count it: elsewhere two addresses that differ by one may be two people's.
    /// </summary>
    public static string? Email(string? address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        if (at <= 0)
        {
            return null;
        }

        var (local, domain) = (address![..at].Trim().ToLowerInvariant(), address[(at + 1)..].Trim().ToLowerInvariant());
        if (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var tag)
        {
            local = local[..tag];
        }

        return DotsDoNotCount.Contains(domain) ? $"{local.Replace(".", "", StringComparison.Ordinal)}@gmail.com" : $"{local}@{domain}";
    }

    /// <summary>
    /// A name as it is compared: without accents, capitals, particles and legal forms («A.S.B.L.» as «asbl»), its parts
    /// in the order of the alphabet, so that «Dupont, Jeanne» is «Jeanne Dupont».
    /// </summary>
    public static string Name(string name)
    {
        var plain = Fold.Of(name).Replace(".", "", StringComparison.Ordinal);
        var parts = string.Concat(plain.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = parts.Where(p => !Left.Contains(p)).ToList();
        return string.Join(' ', (telling.Count == 0 ? [.. parts] : telling).Order(StringComparer.Ordinal));
    }
}
