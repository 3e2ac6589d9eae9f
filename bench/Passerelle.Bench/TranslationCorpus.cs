using System.Globalization;
using System.Text;

namespace Passerelle.Bench;

/// <summary>
/// Segments as a bilingual administration writes them, in length, repetition and vocabulary, though they mean nothing. From a fixed seed. The words
/// follow Zipf's law over 60 000 forms, the first of them the real small words; a segment has 16 words in the middle, up to 60;
/// one in eight is one that was there before, one in eight another with a word or a number changed.
/// </summary>
internal sealed class TranslationCorpus
{
    private const int Forms = 60_000;
    private const int Kept = 50_000;
    private static readonly string[] SmallFrench = "de la le et les des en du à un une pour dans que par sur est au qui plus avec aux ne se ce il sont cette ont ou comme son nous pas sa ses entre leur mais été aussi fait tous être".Split(' ');
    private static readonly string[] SmallDutch = "van de het en een in op te voor dat met is zijn die aan als door niet ook bij om naar deze uit tot over of worden wordt dit er nog meer hun wij ze kan heeft maar onder tussen al zal na".Split(' ');
    private static readonly string[] Syllables = "ba be bi bo bou ca ce ci co con da de di dé fa fi for ga ge gi gra la le li lo ma me mi mo mé na ne ni no pa pe pi po pré ra re ri ro sa se si so ta te ti to tion tra va ve vi ment".Split(' ');
    private readonly Random _random;
    private readonly string[] _french;
    private readonly string[] _dutch;
    private readonly int[] _zipf = new int[1 << 20];
    private readonly List<string[]> _recent = [];

    public TranslationCorpus(int seed)
    {
        _random = new(seed);
        _french = Vocabulary(SmallFrench, "");
        _dutch = Vocabulary(SmallDutch, "en");
        var total = Enumerable.Range(1, Forms).Sum(r => 1.0 / r);
        var (rank, reached) = (1, 1.0 / total);
        for (var i = 0; i < _zipf.Length; i++)
        {
            while ((i + 0.5) / _zipf.Length > reached && rank < Forms)
            {
                reached += 1.0 / ++rank / total;
            }

            _zipf[i] = rank - 1;
        }
    }

    public (string French, string Dutch) Next()
    {
        var kind = _recent.Count < 100 ? 7 : _random.Next(8);
        var words = kind == 0 ? Recent() : kind == 1 ? Changed(Recent()) : New(Length());
        if (kind > 1)
        {
            Keep(words);
        }

        return (Write(words, _french), Write(words, _dutch));
    }

    /// <summary>A segment of that many words which resembles nothing on purpose.</summary>
    public string Far(int words) => Write(New(words), _french);

    /// <summary>The segment with so many of its words exchanged.</summary>
    public string Near(string segment, int changes)
    {
        var words = segment.Split(' ');
        for (var i = 0; i < changes; i++)
        {
            words[_random.Next(1, words.Length - 1)] = _french[_zipf[_random.Next(_zipf.Length)]];
        }

        return string.Join(' ', words);
    }

    private string[] Changed(string[] words)
    {
        var changed = (string[])words.Clone();
        changed[_random.Next(changed.Length)] = Word();
        return changed;
    }

    private string[] Recent() => _recent[_random.Next(_recent.Count)];

    private void Keep(string[] words)
    {
        if (_recent.Count < Kept)
        {
            _recent.Add(words);
        }
        else
        {
            _recent[_random.Next(Kept)] = words;
        }
    }

    private string[] New(int length) => [.. Enumerable.Range(0, length).Select(_ => Word())];

    /// <summary>The rank of a word, or a number, as text.</summary>
    private string Word() => _random.Next(25) == 0 ? "#" + _random.Next(1, 2500).ToString(CultureInfo.InvariantCulture) : _zipf[_random.Next(_zipf.Length)].ToString(CultureInfo.InvariantCulture);

    private int Length() => Math.Clamp((int)Math.Exp(2.75 + (0.6 * Normal())), 1, 60);

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static string Write(string[] words, string[] vocabulary)
    {
        StringBuilder text = new();
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i][0] == '#' ? words[i][1..] : vocabulary[int.Parse(words[i], CultureInfo.InvariantCulture)];
            text.Append(i == 0 ? "" : i % 9 == 8 ? ", " : " ").Append(i == 0 ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..] : word);
        }

        return text.Append('.').ToString();
    }

    private string[] Vocabulary(string[] small, string ending)
    {
        HashSet<string> words = [.. small];
        while (words.Count < Forms)
        {
            words.Add(string.Concat(Enumerable.Range(0, 2 + _random.Next(3)).Select(_ => Syllables[_random.Next(Syllables.Length)])) + ending);
        }

        return [.. words];
    }
}
