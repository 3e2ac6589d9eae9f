using System.Globalization;
using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Xml;

/// <summary>
/// Gives the tags of a file the numbers that our tags have. A tool's own name for a tag («2», «g5», «x1») keeps its number where that
/// is free; source and target share one table, so that the same name is the same tag in both.
/// </summary>
internal sealed class TagNumbers
{
    /// <summary>The highest number that a tag can have.</summary>
    public const int Most = 9999;
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _taken = [];
    private int _next = 1;

    /// <summary>The number of a tag by its name in the file.</summary>
    public int Of(string key, string? name)
    {
        if (_known.TryGetValue(key, out var number))
        {
            return number;
        }

        number = Wish(name) is { } wish && _taken.Add(wish) ? wish : Free();
        return _known[key] = number;
    }

    /// <summary>Numbers that stand in the text itself, as they do when a tool has flattened the tags: they stay what they are. The codes of other tools are no text.</summary>
    public void Reserve(XElement parent)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText words && words.Value.Contains('<', StringComparison.Ordinal))
            {
                _taken.UnionWith(Tags.In(words.Value).Select(t => t.Number));
            }
            else if (node is XElement element && element.Name.LocalName is not ("bpt" or "ept" or "it" or "ph" or "ut"))
            {
                Reserve(element);
            }
        }
    }

    private int Free()
    {
        while (!_taken.Add(_next))
        {
            _next++;
        }

        return _next <= Most ? _next : throw new WrongFile(Faults.TooLarge, [Most.ToString(CultureInfo.InvariantCulture)]);
    }

    // «12», «g12», «12.3»: the first digits, when the name begins with them or with one letter.
    private static int? Wish(string? name)
    {
        var digits = string.Concat((name ?? "").SkipWhile(char.IsAsciiLetter).TakeWhile(char.IsAsciiDigit));
        return digits.Length is > 0 and < 5 && int.Parse(digits, CultureInfo.InvariantCulture) is > 0 and var number ? number : null;
    }
}
