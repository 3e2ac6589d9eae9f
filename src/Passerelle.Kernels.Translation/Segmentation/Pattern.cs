using System.Globalization;
using System.Text;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// A part of a regular expression of an SRX file, read from ICU's syntax so that it can be written in .NET's, and so that what it can
/// begin or end with is known: a place that no break rule can match is never looked at.
/// </summary>
internal abstract record Pattern
{
    /// <summary>Writes it as .NET reads it.</summary>
    public abstract void Write(StringBuilder to);

    /// <summary>The characters that a match can begin with (or end with, when <paramref name="last"/>), and whether a match can be empty.</summary>
    public abstract Edge Edge(bool last);

    /// <summary>All the texts that it matches, when they are few; null otherwise.</summary>
    public virtual IReadOnlyList<string>? Texts => null;

    public sealed override string ToString()
    {
        StringBuilder text = new();
        Write(text);
        return text.ToString();
    }

    /// <summary>One UTF-16 unit.</summary>
    internal sealed record Char(char Value, bool IgnoreCase) : Pattern
    {
        public override IReadOnlyList<string> Texts => [Value.ToString()];

        public override void Write(StringBuilder to) => Escape(to, Value);

        public override Edge Edge(bool last) =>
            new(CharSet.Single(Value, IgnoreCase), CanBeEmpty: false);

        public static void Escape(StringBuilder to, char value) =>
            _ = char.IsAsciiLetterOrDigit(value) ? to.Append(value) : to.Append(CultureInfo.InvariantCulture, $"\\u{(int)value:X4}");
    }

    /// <summary>One character of a set; how .NET writes it, and what is in it (null when that is not known).</summary>
    internal sealed record Set(string Written, Func<char, bool>? Has) : Pattern
    {
        private CharSet? _members;

        /// <summary>Made when it is asked for: most sets are only written.</summary>
        public CharSet? Members => _members ??= Has is null ? null : CharSet.Of(Has);

        /// <summary>Whether it takes one UTF-16 unit, no more and no less.</summary>
        public bool IsOne => Has is not null;

        public override void Write(StringBuilder to) => to.Append(Written);

        public override Edge Edge(bool last) => new(Members ?? CharSet.All, CanBeEmpty: false);
    }

    /// <summary>An anchor or a look around: it takes no character. That it forbids some places is left aside, which is safe.</summary>
    internal sealed record Nothing(string Written) : Pattern
    {
        public override void Write(StringBuilder to) => to.Append(Written);

        public override Edge Edge(bool last) => new(CharSet.None, CanBeEmpty: true);
    }

    internal sealed record Row(Pattern[] Parts) : Pattern
    {
        /// <summary>The characters that can stand before the last one, when the last part takes exactly one.</summary>
        public CharSet LastButOne => Parts is [.. var rest, Char or Set { IsOne: true }] ? new Row(rest).Edge(last: true).Beside : CharSet.All;

        private const int MostTexts = 2000;

        public override IReadOnlyList<string>? Texts => Parts.Aggregate((IReadOnlyList<string>?)[""], (all, part) =>
            all is not null && part.Texts is { } more && all.Count * more.Count <= MostTexts ? [.. all.SelectMany(_ => more, string.Concat)] : null);

        public override void Write(StringBuilder to)
        {
            foreach (var part in Parts)
            {
                part.Write(to);
            }
        }

        public override Edge Edge(bool last)
        {
            Edge edge = new(CharSet.None, CanBeEmpty: true);
            for (var i = 0; i < Parts.Length && edge.CanBeEmpty; i++)
            {
                var (set, canBeEmpty) = Parts[last ? Parts.Length - 1 - i : i].Edge(last);
                edge = new(edge.Set.Or(set), canBeEmpty);
            }

            return edge;
        }
    }

    internal sealed record Either(IReadOnlyList<Pattern> Choices) : Pattern
    {
        public override IReadOnlyList<string>? Texts =>
            Choices.Select(c => c.Texts).ToList() is var all && all.TrueForAll(t => t is not null) ? [.. all.SelectMany(t => t!)] : null;

        public override void Write(StringBuilder to)
        {
            to.Append("(?:");
            for (var i = 0; i < Choices.Count; i++)
            {
                Choices[i].Write(i == 0 ? to : to.Append('|'));
            }

            to.Append(')');
        }

        public override Edge Edge(bool last) =>
            Choices.Select(c => c.Edge(last)).Aggregate((a, b) => new(a.Set.Or(b.Set), a.CanBeEmpty || b.CanBeEmpty));
    }

    /// <summary>A part that comes again; <paramref name="Open"/> is «(?:» or «(?&gt;», which is how a possessive one is written.</summary>
    internal sealed record Repeat(Pattern Part, string Open, string Quantifier, int Least, bool AtMostOnce) : Pattern
    {
        public override IReadOnlyList<string>? Texts => AtMostOnce && Least == 0 && Part.Texts is { } texts ? [.. texts, ""] : null;

        public override void Write(StringBuilder to)
        {
            Part.Write(to.Append(Open).Append("(?:"));
            to.Append(')').Append(Quantifier).Append(')');
        }

        public override Edge Edge(bool last) => Part.Edge(last) is var edge ? edge with { CanBeEmpty = edge.CanBeEmpty || Least == 0 } : default;
    }
}

/// <summary>What a match can begin or end with.</summary>
internal readonly record struct Edge(CharSet Set, bool CanBeEmpty)
{
    /// <summary>The characters that can stand beside the place; all of them when the match can be empty.</summary>
    public CharSet Beside => CanBeEmpty ? CharSet.All : Set;
}
