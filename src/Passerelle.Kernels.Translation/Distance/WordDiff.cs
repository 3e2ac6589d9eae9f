using System.Text;

namespace Passerelle.Kernels.Translation.Distance;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    /// <summary>In both texts.</summary>
    Kept,

    /// <summary>In the old text only.</summary>
    Removed,

    /// <summary>In the new text only.</summary>
    Added,
}

/// <summary>A piece of the difference; never empty.</summary>
public readonly record struct DiffPiece(DiffKind Kind, string Text);

/// <summary>
/// What changed between two texts, word by word: E. W. Myers, «An O(ND) difference algorithm and its variations» (Algorithmica 1, 1986),
/// over tokens and white space. What is kept and removed gives the old text, what is kept and added the new one. Where more than
/// a thousand tokens changed, all between the first and the last change is given as removed and added.
/// </summary>
public static class WordDiff
{
    private const int MostChanges = 1000;

    /// <summary>The pieces in order; a removal stands before the addition in its place, and a blank between two changes belongs to both.</summary>
    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var begin = 0;
        while (begin < old.Count && begin < now.Count && old[begin] == now[begin])
        {
            begin++;
        }

        var end = 0;
        while (end < old.Count - begin && end < now.Count - begin && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        Pieces pieces = new();
        pieces.Keep(old.Take(begin));
        Between(old[begin..^end], now[begin..^end], pieces);
        pieces.Keep(old.TakeLast(end));
        return pieces.Whole();
    }

    private static void Between(List<string> old, List<string> now, Pieces pieces)
    {
        var kept = Kept(old, now);
        var (o, n) = (0, 0);
        foreach (var (inOld, inNow) in kept)
        {
            pieces.Change(old[o..inOld], now[n..inNow]);
            pieces.Keep([old[inOld]]);
            (o, n) = (inOld + 1, inNow + 1);
        }

        pieces.Change(old[o..], now[n..]);
    }

    /// <summary>A longest row of tokens that both have, as places in both.</summary>
    private static List<(int InOld, int InNow)> Kept(List<string> old, List<string> now)
    {
        var most = Math.Min(old.Count + now.Count, MostChanges);
        var furthest = new int[(2 * most) + 3];
        List<int[]> steps = [];
        for (var changes = 0; changes <= most; changes++)
        {
            steps.Add(furthest[(most + 1 - changes)..(most + 2 + changes)]);
            for (var k = -changes; k <= changes; k += 2)
            {
                var at = most + 1 + k;
                var x = k == -changes || (k != changes && furthest[at - 1] < furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < old.Count && x - k < now.Count && old[x] == now[x - k])
                {
                    x++;
                }

                furthest[at] = x;
                if (x >= old.Count && x - k >= now.Count)
                {
                    return Back(steps, old.Count, now.Count);
                }
            }
        }

        return [];
    }

    private static List<(int, int)> Back(List<int[]> steps, int x, int y)
    {
        List<(int, int)> kept = [];
        for (var changes = steps.Count - 1; changes > 0; changes--)
        {
            var furthest = steps[changes];
            var k = x - y;
            var down = k == -changes || (k != changes && furthest[changes + k - 1] < furthest[changes + k + 1]);
            var fromX = down ? furthest[changes + k + 1] : furthest[changes + k - 1];
            var fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0))
            {
                kept.Add((--x, --y));
            }

            (x, y) = (fromX, fromY);
        }

        while (x > 0 && y > 0)
        {
            kept.Add((--x, --y));
        }

        kept.Reverse();
        return kept;
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        Tokens tokens = new(text);
        while (tokens.Next(out var token))
        {
            words.Add(text.Substring(token.At, token.Length));
        }

        return words;
    }

    /// <summary>Joins what belongs together.</summary>
    private sealed class Pieces
    {
        private readonly List<DiffPiece> _all = [];
        private readonly StringBuilder _kept = new();
        private readonly StringBuilder _removed = new();
        private readonly StringBuilder _added = new();

        public void Keep(IEnumerable<string> words) => _kept.AppendJoin("", words);

        public void Change(List<string> removed, List<string> added)
        {
            if (removed.Count + added.Count == 0)
            {
                return;
            }

            if (_kept.Length > 0 && _removed.Length + _added.Length > 0 && string.IsNullOrWhiteSpace(_kept.ToString()))
            {
                _removed.Append(_kept);
                _added.Append(_kept);
                _kept.Clear();
            }
            else if (_kept.Length > 0)
            {
                Put();
            }

            _removed.AppendJoin("", removed);
            _added.AppendJoin("", added);
        }

        public List<DiffPiece> Whole()
        {
            Put();
            return _all;
        }

        private void Put()
        {
            foreach (var (kind, text) in new[] { (DiffKind.Removed, _removed), (DiffKind.Added, _added), (DiffKind.Kept, _kept) })
            {
                if (text.Length > 0)
                {
                    _all.Add(new(kind, text.ToString()));
                    text.Clear();
                }
            }
        }
    }
}
