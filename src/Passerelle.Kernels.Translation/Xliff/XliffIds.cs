using System.Globalization;
using System.Text.RegularExpressions;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>
/// Ids of inline elements: unique in a unit (XLIFF 2.1, attribute «id»), and the same in a target as in its source. A tag's id is its number;
/// where that is taken by an earlier segment or by the same tag before, «.u2», «.u3» is put behind.
/// </summary>
internal sealed partial class XliffIds
{
    private readonly Dictionary<int, int> _uses = [];
    private List<(int Number, string Id)> _source = [];

    /// <summary>The number that a written id stands for: «3» of «3.u2»; other ids as they are.</summary>
    public static string Base(string id) => Use().Match(id) is { Success: true } match ? match.Groups["number"].Value : id;

    /// <summary>Ids for a source: asked for each tag in order.</summary>
    public Func<int, string> Segment()
    {
        _source = [];
        var source = _source;
        return number =>
        {
            var id = New(number);
            source.Add((number, id));
            return id;
        };
    }

    /// <summary>Ids for the target of the last source.</summary>
    public Func<int, string> Again()
    {
        var left = _source.ToList();
        return number =>
        {
            var at = left.FindIndex(l => l.Number == number);
            if (at < 0)
            {
                return New(number);
            }

            var id = left[at].Id;
            left.RemoveAt(at);
            return id;
        };
    }

    private string New(int number)
    {
        var use = _uses[number] = _uses.GetValueOrDefault(number) + 1;
        return use == 1 ? number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{number}.u{use}");
    }

    [GeneratedRegex(@"^(?<number>[1-9][0-9]{0,3})\.u[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Use();
}
