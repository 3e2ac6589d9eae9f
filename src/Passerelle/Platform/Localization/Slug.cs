namespace Passerelle.Platform.Localization;

/// <summary>Addresses made from names: «Le Parc bleu» → «le-parc-bleu».</summary>
public static class Slug
{
    private const int Most = 60;

    /// <param name="name">What somebody typed.</param>
    /// <param name="otherwise">The address of a name without a letter or figure of the latin script.</param>
    public static string Of(string name, string otherwise)
    {
        var words = Fold.Of(name).Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-');
        var slug = string.Join('-', string.Concat(words).Split('-', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length > Most ? slug[..Most].TrimEnd('-') : slug;
        return slug.Length == 0 ? otherwise : slug;
    }

    /// <summary>The address itself, or with the first number that makes it one of its own.</summary>
    /// <param name="stem">The address that is wanted.</param>
    /// <param name="taken">At least all those in use that begin so.</param>
    public static string Free(string stem, IReadOnlyCollection<string> taken) =>
        Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? stem : $"{stem}-{n}").First(s => !taken.Contains(s));
}
