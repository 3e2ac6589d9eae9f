using Passerelle.Kernels.Translation.Tbx;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using static Passerelle.Translation.Terms.TermTexts;
using Tongue = Passerelle.Kernels.Translation.Language;

namespace Passerelle.Translation.Terms.Files;

/// <summary>What a file of terms holds that can be used here, and what cannot.</summary>
/// <param name="Pairs">Each pair once, as the file first has it.</param>
/// <param name="Apart">How many terms there were of each other language.</param>
/// <param name="Incomplete">Entries without a pair.</param>
/// <param name="Refused">Pairs that are not taken, with the reason, in the language of who sent the file.</param>
public sealed record TermFile(IReadOnlyList<FilePair> Pairs, IReadOnlyDictionary<string, int> Apart, int Incomplete, IReadOnlyList<string> Refused)
{
    public const int MostPairs = 5000;

    /// <summary>Judges a file by what it holds: what begins with «&lt;» is TBX, the rest a table.</summary>
    /// <exception cref="WrongFile">It cannot be read; nothing of it is taken then.</exception>
    /// <exception cref="RuleBroken">It holds too much.</exception>
    public static TermFile Read(Stream file)
    {
        if (IsXml(file))
        {
            using var tbx = new TbxReader(file, [.. Language.Official]);
            return Of(tbx.Entries(), tbx.Remarks);
        }

        var (entries, remarks) = TermTable.Read(file, [.. Language.Official]);
        return Of(entries, remarks);
    }

    private static TermFile Of(IEnumerable<TermEntry> entries, TermRemarks remarks)
    {
        Dictionary<string, FilePair> pairs = new(StringComparer.Ordinal);
        List<string> refused = [];
        var without = 0;
        foreach (var entry in entries)
        {
            var found = PairsOf(entry).ToList();
            without += found.Count == 0 ? 1 : 0;
            foreach (var pair in found)
            {
                if (pair.Fault() is { } fault)
                {
                    refused.Add(T("import.refusal", pair.Name, fault));
                }
                else if (!pairs.TryAdd(pair.Pair.Key, pair))
                {
                    refused.Add(T("import.refusal", pair.Name, T("import.twice")));
                }

                if (pairs.Count + refused.Count > MostPairs)
                {
                    throw new RuleBroken(T("import.many", Say.Number(MostPairs)), "file");
                }
            }
        }

        return new([.. pairs.Values], remarks.Apart.ToDictionary(), remarks.Incomplete + without, refused);
    }

    /// <summary>Every term of one language with every term of another; two that are both forbidden say nothing, unless the entry has no others.</summary>
    private static IEnumerable<FilePair> PairsOf(TermEntry entry)
    {
        var terms = entry.Terms.Select(t => t with { Language = Tongue.Of(t.Language)!, Text = Clean.Line(t.Text) }).Where(t => t.Text.Length > 0).ToList();
        var all = terms.TrueForAll(t => t.Status == Kernels.Translation.TermStatus.Forbidden);
        foreach (var (one, at) in terms.Select((t, i) => (t, i)))
        {
            foreach (var other in terms.Skip(at + 1).Where(t => t.Language != one.Language))
            {
                if (all || one.Status != Kernels.Translation.TermStatus.Forbidden || other.Status != Kernels.Translation.TermStatus.Forbidden)
                {
                    yield return FilePair.Of(one, other, entry);
                }
            }
        }
    }

    private static bool IsXml(Stream file)
    {
        Span<byte> head = stackalloc byte[256];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        foreach (var b in head[..read])
        {
            if (b is not (0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return b == '<';
            }
        }

        return false;
    }
}
