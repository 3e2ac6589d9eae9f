using System.Text;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>Collects segments in order; what lies between them becomes glue.</summary>
internal sealed partial class Pieces(string text, bool hasHtml)
{
    private readonly List<Piece> _all = [];
    private int _end;

    /// <summary>How many segments there are.</summary>
    public int Segments { get; private set; }

    /// <summary>Adds the segments from one place to another that is cut at the breaks between.</summary>
    public void AddAll(int from, int to, List<int> breaks)
    {
        foreach (var place in breaks)
        {
            Add(from, place);
            from = place;
        }

        Add(from, to);
    }

    /// <summary>Adds a segment without the blanks around it, if it says anything.</summary>
    public void Add(int from, int to)
    {
        var span = text.AsSpan(from, to - from);
        var inner = span.TrimStart();
        from += span.Length - inner.Length;
        inner = inner.TrimEnd();
        if (!Says(inner))
        {
            return;
        }

        Glue(from);
        _all.Add(new(from, inner.Length, IsSegment: true));
        _end = from + inner.Length;
        Segments++;
    }

    public List<Piece> Whole()
    {
        Glue(text.Length);
        return _all;
    }

    private void Glue(int to)
    {
        if (to > _end)
        {
            _all.Add(new(_end, to - _end, IsSegment: false));
        }
    }

    /// <summary>Whether there is a letter or a digit, that of a tag aside.</summary>
    private bool Says(ReadOnlySpan<char> said)
    {
        if (said.Contains('<'))
        {
            said = hasHtml ? HtmlTag().Replace(said.ToString(), "") : Tags.Without(said.ToString());
        }

        foreach (var c in said)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        // Letters outside the basic plane.
        foreach (var rune in said.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("</?[A-Za-z0-9][^<>:@]{0,1000}>", RegexOptions.CultureInvariant)]
    private static partial Regex HtmlTag();
}
