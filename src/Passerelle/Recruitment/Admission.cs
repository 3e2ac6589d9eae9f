using Passerelle.Platform;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>
/// Which criteria together admit somebody: a logical expression such as «(master OR experience) AND years». AND binds
/// closer than OR; codes are a-z, 0-9 and «-».
/// </summary>
public abstract record Admission
{
    public const string And = "AND";
    public const string Or = "OR";
    private const string Example = "(master OR experience) AND years";

    public sealed record Criterion(string Code) : Admission;

    public sealed record All(IReadOnlyList<Admission> Parts) : Admission;

    public sealed record Any(IReadOnlyList<Admission> Parts) : Admission;

    /// <summary>The codes in it, each once, as they come.</summary>
    public IReadOnlyList<string> Codes => [.. CodesOf(this).Distinct()];

    /// <summary>True, false, or null while what is known does not decide it.</summary>
    public bool? Holds(Func<string, bool?> known) => this switch
    {
        Criterion one => known(one.Code),
        All all => Decide(all.Parts.Select(p => p.Holds(known)), decisive: false),
        Any any => Decide(any.Parts.Select(p => p.Holds(known)), decisive: true),
        _ => null,
    };

    /// <exception cref="RuleBroken">It is no such expression; the message says what is wrong, at the field «admission».</exception>
    public static Admission Parse(string text)
    {
        var words = new Queue<string>(text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var read = Either(words, 0);
        return words.Count == 0 ? read : throw Wrong(words.Peek());
    }

    private static Admission Either(Queue<string> words, int depth) => Joined(words, Or, () => Both(words, depth), parts => new Any(parts));

    private static Admission Both(Queue<string> words, int depth) => Joined(words, And, () => One(words, depth), parts => new All(parts));

    private static Admission Joined(Queue<string> words, string by, Func<Admission> part, Func<IReadOnlyList<Admission>, Admission> join)
    {
        List<Admission> parts = [part()];
        while (words.TryPeek(out var next) && next.Equals(by, StringComparison.OrdinalIgnoreCase))
        {
            words.Dequeue();
            parts.Add(part());
        }

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private static Admission One(Queue<string> words, int depth)
    {
        const int Deepest = 20;
        if (!words.TryDequeue(out var word) || depth > Deepest)
        {
            throw Wrong("…");
        }

        if (word == "(")
        {
            var inner = Either(words, depth + 1);
            return words.TryDequeue(out var end) && end == ")" ? inner : throw Wrong(end ?? "…");
        }

        var isCode = word.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        return isCode ? new Criterion(word) : throw Wrong(word);
    }

    private static bool? Decide(IEnumerable<bool?> parts, bool decisive)
    {
        bool? sum = !decisive;
        foreach (var part in parts)
        {
            if (part == decisive)
            {
                return decisive;
            }

            sum = part is null ? null : sum;
        }

        return sum;
    }

    private static IEnumerable<string> CodesOf(Admission part) => part switch
    {
        Criterion one => [one.Code],
        All all => all.Parts.SelectMany(CodesOf),
        Any any => any.Parts.SelectMany(CodesOf),
        _ => [],
    };

    private static RuleBroken Wrong(string at) => new(T("rule.admission", at, Example), "admission");
}
