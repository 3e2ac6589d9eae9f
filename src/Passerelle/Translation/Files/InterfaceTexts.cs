using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Terms.Files;
using static Passerelle.Translation.Files.FileTexts;
using Tongue = Passerelle.Kernels.Translation.Language;

namespace Passerelle.Translation.Files;

/// <summary>A text of the interface that a file says otherwise.</summary>
public sealed record PlannedWords(string Folder, string Name, string Language, string Source, string Before, string After);

/// <param name="Changes">What can be taken.</param>
/// <param name="Refused">What cannot, with the reason.</param>
/// <param name="Unchanged">How many texts stay as they are.</param>
public sealed record WordsPlan(IReadOnlyList<PlannedWords> Changes, IReadOnlyList<string> Refused, int Unchanged);

/// <summary>The product's own texts, out and in as XLIFF: a file for each folder, a unit for each text.</summary>
internal static partial class InterfaceTexts
{
    private const string Prefix = "interface/";

    /// <summary>Which way they are translated: French is written first, and Dutch may correct it.</summary>
    public static readonly (string From, string To)[] Directions = [("fr", "nl"), ("fr", "en"), ("nl", "fr")];

    private static readonly Lazy<IReadOnlyList<TextSource>> Sources = new(() =>
    [
        .. typeof(TextSource).Assembly.GetTypes().Select(t => t.GetProperty("Source", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(p => p?.PropertyType == typeof(TextSource)).Select(p => (TextSource)p!.GetValue(null)!).OrderBy(s => s.Name, StringComparer.Ordinal),
    ]);

    public static bool May(Visitor who) => who.Is(Role.Proofreader, Role.Director, Role.Administrator);

    public static IEnumerable<(string Name, XliffDocument Document)> Documents(string from, string to) =>
        Sources.Value.Select(s => ($"{s.Name}-{from}-{to}.xlf", new XliffDocument([FileOf(s, from, to)])));

    public static WordsPlan Plan(XliffDocument document)
    {
        List<PlannedWords> changes = [];
        List<string> refused = [];
        var unchanged = 0;
        foreach (var file in document.Files)
        {
            var (from, to) = (Tongue.Of(file.SourceLanguage) ?? "", Tongue.Of(file.TargetLanguage) ?? "");
            var name = file.Original.Length > 0 ? file.Original : Prefix + file.Id;
            if (Sources.Value.FirstOrDefault(s => Prefix + s.Name == name) is not { } source || !Directions.Contains((from, to)))
            {
                refused.Add(T("interface.unknown", name, from, to));
                continue;
            }

            try
            {
                var sent = FileOf(source, from, to);
                var back = XliffReturn.Compare(new([sent]), new([file]));
                var units = sent.Units.ToDictionary(u => u.Id, u => u.Segments[0]);
                var said = back.Changed.Where(c => c.IsNewText && Clean.Text(c.After) is { Length: > 0 } after && after != c.Before)
                    .Select(c => new PlannedWords(source.Name, c.Unit, to, units[c.Unit].Source, c.Before ?? "", Clean.Text(c.After))).ToList();
                var wrong = said.Where(w => !HasSamePlaceholders(w)).ToList();
                changes.AddRange(said.Except(wrong));
                refused.AddRange(wrong.Select(w => T("interface.placeholders", w.Name, w.After)));
                unchanged += units.Count - said.Count;
            }
            catch (WrongFile fault)
            {
                refused.Add(T("xliff.refusal", name, FaultWords.Say(fault)));
            }
        }

        return new(changes, refused, unchanged);
    }

    /// <summary>Does it; the caller's save makes it real, and then <see cref="Load"/>.</summary>
    public static async Task Take(WordsPlan plan, PlatformDb db, Act act, CancellationToken stop)
    {
        var known = (await db.Set<TextOverride>().ToListAsync(stop)).ToDictionary(o => (o.Folder, o.Name, o.Language));
        foreach (var change in plan.Changes)
        {
            var shipped = Sources.Value.Single(s => s.Name == change.Folder).Shipped(change.Language)[change.Name];
            var there = known.GetValueOrDefault((change.Folder, change.Name, change.Language));
            if (change.After == shipped)
            {
                there?.Restore(act);
                db.RemoveRange(new[] { there }.OfType<TextOverride>());
            }
            else if (there is not null)
            {
                there.Say(change.After, act);
            }
            else
            {
                db.Add(TextOverride.Of(change.Folder, change.Name, change.Language, change.After, act));
            }
        }
    }

    public static async Task Load(PlatformDb db, CancellationToken stop) =>
        TextSource.Override((await db.Set<TextOverride>().AsNoTracking().ToListAsync(stop)).Select(o => (o.Folder, o.Language, o.Name, o.Value)));

    private static XliffFile FileOf(TextSource source, string from, string to)
    {
        var (sources, targets) = (source.Said(from), source.Said(to));
        var units = sources.Where(t => targets.ContainsKey(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => new XliffUnit(t.Key, [new("s1", t.Value, targets[t.Key], XliffState.Translated)])).ToList();
        var revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', units.Select(u => u.Id + '\u001e' + u.Segments[0].Source)))).AsSpan(0, 6));
        return new(source.Name, Prefix + source.Name, revision, from, to, units);
    }

    /// <summary>What is put into the words must have its place in them, and nothing else may stand in braces: a page would fail.</summary>
    private static bool HasSamePlaceholders(PlannedWords words) =>
        Placeholders(words.After).SetEquals(Placeholders(words.Before)) && !Placeholder().Replace(words.After, "").AsSpan().ContainsAny('{', '}');

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\w+(?:[:,][^{}]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
