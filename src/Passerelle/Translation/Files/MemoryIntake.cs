using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Translation.Memory;
using Tongue = Passerelle.Kernels.Translation.Language;

namespace Passerelle.Translation.Files;

/// <summary>What a file of pairs holds.</summary>
/// <param name="New">Pairs that are not here yet.</param>
/// <param name="Known">Pairs that are here, also those that are no longer offered: what somebody took out stays out.</param>
/// <param name="Long">Pairs that are longer than a segment can be.</param>
/// <param name="Incomplete">Units without a text in two of our languages.</param>
/// <param name="Apart">How many texts there were of each other language.</param>
public sealed record MemoryCount(int New, int Known, int Long, int Incomplete, IReadOnlyDictionary<string, int> Apart);

/// <summary>Reads TMX into the memory, unit by unit. Of what is there only eight bytes a pair are held.</summary>
internal sealed class MemoryIntake(PlatformDb db)
{
    private const int Batch = 500;
    private const int ReadAtOnce = 20_000;
    private const int MostCharacters = 20_000;

    private readonly HashSet<ulong> _known = [];
    private long _last;

    /// <summary>Reads the whole file and changes nothing.</summary>
    /// <exception cref="Kernels.Translation.Xml.WrongFile">It cannot be read.</exception>
    public Task<MemoryCount> Count(Stream file, CancellationToken stop) => Read(file, null, default, stop);

    /// <summary>Takes it, in batches: each is whole, and a second reading finds those of a first one that broke off.</summary>
    public Task<MemoryCount> Take(Stream file, string name, Act act, CancellationToken stop) => Read(file, name, act, stop);

    private async Task<MemoryCount> Read(Stream file, string? name, Act act, CancellationToken stop)
    {
        await CatchUp(stop);
        using var tmx = new TmxReader(file, [.. Language.Official]);
        var (fresh, known, tooLong) = (0, 0, 0);
        foreach (var pairs in tmx.Units().SelectMany(u => PairsOf(u, tmx.Header)).Chunk(Batch))
        {
            var fitting = pairs.Where(p => Math.Max(p.Source.Length, p.Target.Length) <= MostCharacters).ToList();
            var added = name is null ? fitting.Count(p => _known.Add(MarkOf(p))) : await Add(fitting, name, act, stop);
            (fresh, known, tooLong) = (fresh + added, known + fitting.Count - added, tooLong + pairs.Length - fitting.Count);
        }

        return new(fresh, known, tooLong, tmx.Remarks.Incomplete, tmx.Remarks.Apart.ToDictionary());
    }

    /// <summary>Alone, since every process follows the memory by its numbers, which must grow in the order of commits.</summary>
    private Task<int> Add(List<Pair> pairs, string name, Act act, CancellationToken stop) => db.Alone(async () =>
    {
        await CatchUp(stop);
        var fresh = pairs.Where(p => _known.Add(MarkOf(p))).ToList();
        db.AddRange(fresh.Select(p => new KeptPair { From = p.From, To = p.To, Source = p.Source, Target = p.Target, Context = 0, ContextBack = 0, File = name, By = act.Person, At = p.At ?? act.At }));
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return fresh.Count;
    }, stop);

    private async Task CatchUp(CancellationToken stop)
    {
        for (var more = true; more;)
        {
            var rows = await db.Set<KeptPair>().AsNoTracking().Where(p => p.Number > _last).OrderBy(p => p.Number).Take(ReadAtOnce).Select(p => new { p.Number, Pair = new Pair(p.From, p.To, p.Source, p.Target, null) }).ToListAsync(stop);
            foreach (var row in rows)
            {
                _known.Add(MarkOf(row.Pair));
                _last = row.Number;
            }

            more = rows.Count == ReadAtOnce;
        }
    }

    /// <summary>The source of the file's own language with each translation of it.</summary>
    private static IEnumerable<Pair> PairsOf(TmxUnit unit, TmxHeader header)
    {
        var from = Tongue.Of(header.SourceLanguage) is { } said && unit.In(said) is not null ? said : Tongue.Of(unit.Variants[0].Language)!;
        var source = Clean.Sentence(unit.In(from));
        foreach (var variant in unit.Variants)
        {
            if (Tongue.Of(variant.Language) is { } to && to != from && Clean.Sentence(variant.Text) is { Length: > 0 } target && source.Length > 0)
            {
                yield return new(from, to, source, target, unit.Changed);
            }
        }
    }

    /// <summary>The same for a pair in either direction. By 64 bits: of a million pairs two unlike ones meet once in 37 million files.</summary>
    private static ulong MarkOf(Pair pair)
    {
        var turned = string.CompareOrdinal(pair.From, pair.To) > 0;
        var text = turned ? $"{pair.To}\0{pair.From}\0{pair.Target}\0{pair.Source}" : $"{pair.From}\0{pair.To}\0{pair.Source}\0{pair.Target}";
        return MemoryMarshal.Read<ulong>(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private sealed record Pair(string From, string To, string Source, string Target, DateTimeOffset? At);
}
