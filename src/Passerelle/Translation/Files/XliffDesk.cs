using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Terms.Files;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files;

/// <summary>Brings back to the desk what an outside translator did: each text by itself, and of it only what changed.</summary>
internal sealed class XliffDesk(UnitStore store, Aid aid, Queue queue)
{
    private const int MostTyped = 20_000;
    private const int MostNote = 1000;

    public async Task<XliffPlan> Plan(XliffUpload file, Visitor who, CancellationToken stop)
    {
        List<PlannedText> texts = [];
        List<string> refused = [], apart = [];
        var keys = file.Document.Files.Select(XliffFiles.KeyOf).OfType<TextKey>().ToList();
        var (units, places) = (await store.Read(keys, who, stop), await queue.Places(keys.Select(k => (k.Owner, k.OwnerId)), stop));
        foreach (var part in file.Document.Files)
        {
            if (Kernels.Translation.Language.Of(part.TargetLanguage) is var language && (language is null || !Language.Official.Contains(language)))
            {
                apart.Add(T("xliff.apart", part.Original, part.TargetLanguage));
            }
            else if (XliffFiles.KeyOf(part) is not { } key || !units.TryGetValue(key, out var open))
            {
                refused.Add(part.Original.Length > 0 ? T("xliff.unknown", part.Original) : T("xliff.nameless"));
            }
            else
            {
                var name = Words.Title(key, places.GetValueOrDefault((key.Owner, key.OwnerId)));
                try
                {
                    texts.Add(texts.Exists(t => t.Key == key) ? throw new WrongFile(Faults.Duplicate, [part.Original]) : await Plan(open, part, name, who, stop));
                }
                catch (WrongFile wrong)
                {
                    refused.Add(T("xliff.refusal", name, FaultWords.Say(wrong)));
                }
            }
        }

        return new(texts, refused, apart, file.Others);
    }

    /// <summary>Does it, in the name of who brought the file; the caller's save makes it real.</summary>
    public async Task Take(XliffPlan plan, Visitor who, Act act, CancellationToken stop)
    {
        var changed = plan.Texts.Where(t => t.Segments.Count > 0).ToDictionary(t => t.Key);
        foreach (var (key, open) in await store.Take(changed.Keys, who, stop))
        {
            var step = open.StepFor(who);
            List<(UnitSegment, string)> confirmed = [];
            foreach (var (planned, segment) in changed[key].Segments.Select(p => (p, open.Unit.Segments.Single(s => s.Order == p.Order))))
            {
                if (planned.IsLate)
                {
                    open.Unit.Say(Guid.CreateVersion7(), segment, T("xliff.late.note", planned.After), act);
                }
                else if (planned.Confirms)
                {
                    confirmed.Add((segment, planned.After));
                }
                else
                {
                    open.Unit.Type(segment, planned.After, step, act);
                }

                if (planned.Note is { } note)
                {
                    open.Unit.Say(Guid.CreateVersion7(), segment, note, act);
                }
            }

            await store.Confirm(open, confirmed, step, act, stop);
        }
    }

    private async Task<PlannedText> Plan(OpenUnit open, XliffFile part, string name, Visitor who, CancellationToken stop)
    {
        var (came, marks) = XliffFiles.Plain(part);
        var back = XliffReturn.Compare(new([XliffFiles.Plain(XliffFiles.FileOf(open)).File]), new([came]));
        var segments = open.Unit.Segments.ToDictionary(XliffFiles.IdOf);
        List<PlannedSegment> planned = [];
        foreach (var change in back.Changed)
        {
            if (await Plan(open, segments[change.Unit], change, marks[change.Unit], who, stop) is { } segment)
            {
                planned.Add(segment);
            }
        }

        return new(open.Text.Key, name, open.Text.Text.Source, planned, segments.Count - planned.Count, back.Emptied.Count(e => marks[e.Unit].Length > 0), back.Unmarked.Count > 0);
    }

    private async Task<PlannedSegment?> Plan(OpenUnit open, UnitSegment segment, XliffChange change, string mark, Visitor who, CancellationToken stop)
    {
        var target = Clean.Sentence(change.After);
        if (target.Length > MostTyped)
        {
            throw new WrongFile(Faults.ElementTooLarge, [Say.Number(MostTyped)], path: change.Unit);
        }

        var stands = change.State >= XliffState.Translated;
        if (target.Length == 0 || (target == segment.Target && !Forwards(open, segment, change.State, who)))
        {
            return null;
        }

        var note = Clean.Text(change.Note) is { Length: > 0 } said ? said[..Math.Min(said.Length, MostNote)] : null;
        if (target != segment.Target && mark != XliffFiles.MarkOf(segment))
        {
            // What the translator left as it came, or what is kept as a remark already, says nothing.
            return mark.StartsWith(XliffFiles.MarkOf(target), StringComparison.Ordinal) || open.Unit.Notes.Exists(n => n.SegmentId == segment.Id && n.Text.EndsWith(": " + target, StringComparison.Ordinal)) ? null
                : new(segment.Order, segment.Source, segment.Target, target, Confirms: false, [], note) { IsLate = true };
        }

        var faults = stands ? await aid.Faults(open, segment, target, stop) : [];
        return new(segment.Order, segment.Source, segment.Target, target, stands && faults.Count == 0, [.. faults.Select(Words.Of)], note);
    }

    /// <summary>The words are the same: the state alone says more than the desk knows. No file takes back what was confirmed here.</summary>
    private static bool Forwards(OpenUnit open, UnitSegment segment, XliffState state, Visitor who) =>
        segment.IsDone
            ? state >= XliffState.Reviewed && segment.State == SegmentState.Translated && open.StepFor(who) == Step.Proofread && (segment.By != who.Id || open.Unit.WaivedBy is not null)
            : state >= XliffState.Translated;
}
