using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Checks;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Machine;

/// <summary>What becomes of an engine's answer: words for sentences that nobody has written in, and where the kind of text allows it a version for its readers.</summary>
public sealed class MachineTaking(PlatformDb db, DeskTexts texts, UnitStore store, Aid aid)
{
    /// <summary>
    /// Takes an answer with the ask that it belongs to; the caller saves, and does both alone: of two parts that come
    /// at once, the second must find the first.
    /// </summary>
    public async Task Take(MachineAsk ask, IReadOnlyList<string> answers, Act act, CancellationToken stop)
    {
        if (await texts.Find(ask.Key, stop) is not { } text || text.Revision != ask.Revision || !MachineAsk.MayLeave(text))
        {
            ask.Drop(act);
            return;
        }

        var unit = await store.Unit(ask.Key, stop);
        unit?.Follow(text, act.At);
        var open = new OpenUnit(text, unit ?? TranslationUnit.Of(text, act.At));
        var words = await Sound(open, ask.Sources, [.. answers.Select(Clean.Sentence)], stop);
        if (words.Count == 0)
        {
            ask.Fail(new(EngineCodes.Checks, "", Passes: false), act);
            return;
        }

        ask.Answer([.. ask.Sources.Select(s => words.GetValueOrDefault(s, ""))], act);
        open.Unit.Suggest(words, act);
        if (unit is null)
        {
            db.Add(open.Unit);
        }

        await Show(open, ask, words, act, stop);
    }

    /// <summary>The words that a person could confirm as they stand: where a number, a placeholder or a mark of formatting was lost, there are none.</summary>
    private async Task<Dictionary<string, string>> Sound(OpenUnit open, List<string> sources, List<string> answers, CancellationToken stop)
    {
        Dictionary<string, string> sound = [];
        foreach (var (source, target) in sources.Zip(answers))
        {
            var segment = open.Unit.Segments.Find(s => s.Source == source);
            if (target.Length > 0 && segment is not null && (await aid.Faults(open, segment, target, stop)).Count == 0)
            {
                sound[source] = target;
            }
        }

        return sound;
    }

    /// <summary>Once every sentence has an answer, the whole text goes to its readers, marked as a machine's.</summary>
    private async Task Show(OpenUnit open, MachineAsk ask, Dictionary<string, string> words, Act act, CancellationToken stop)
    {
        var text = open.Text;
        if (!MachineDesk.IsForReaders(text))
        {
            return;
        }

        Dictionary<string, string> all = new(words);
        var others = await db.Set<MachineAsk>().AsNoTracking().Where(a => a.OwnerId == ask.OwnerId && a.Owner == ask.Owner && a.Property == ask.Property && a.Language == ask.Language
            && a.Revision == ask.Revision && a.Id != ask.Id && a.State == AskState.Answered).ToListAsync(stop);
        foreach (var (source, target) in others.SelectMany(a => a.Sources.Zip(a.Answers)).Where(p => p.Second.Length > 0))
        {
            all.TryAdd(source, target);
        }

        if (!text.Source.Segments.All(all.ContainsKey))
        {
            return;
        }

        var whole = text.Source.Join([.. text.Source.Segments.Select(s => all[s])]);
        await texts.Publish(text, open.Unit, whole, TextState.Machine, act, stop);
        open.Unit.WentOut(whole);
    }
}
