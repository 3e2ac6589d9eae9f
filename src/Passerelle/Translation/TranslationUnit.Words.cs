using System.Globalization;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation;

/// <summary>The words: typed, confirmed, handed in, read over by another.</summary>
public sealed partial class TranslationUnit
{
    /// <summary>The segment at a place, if it still is what the translator saw.</summary>
    /// <exception cref="Conflict">Somebody else wrote in it meanwhile, or the text changed.</exception>
    public UnitSegment Segment(int order, int version) =>
        Segments.Find(s => s.Order == order) is { } segment && segment.Version == version ? segment : throw new Conflict();

    /// <summary>Keeps what is being typed. No event: it is not said yet.</summary>
    public void Type(UnitSegment segment, string target, Step step, Act act)
    {
        if (segment.Target == target)
        {
            return;
        }

        segment.At = act.At;
        CorrectedAt ??= step >= Step.Approve ? act.At : null;
        if (IsReadBy(segment, step, act))
        {
            segment.HandedIn ??= segment.Target;
            segment.Write(target, SegmentState.Translated);
        }
        else
        {
            segment.By = act.Person;
            segment.Write(target, SegmentState.Begun);
        }
    }

    /// <summary>
    /// Who translates stands for the words. Of a text that waits for its second reader, another person's confirmation
    /// is the second reading; the words as they were handed in stay to be seen.
    /// </summary>
    public void Confirm(UnitSegment segment, string target, Step step, Act act)
    {
        if (target.Length == 0)
        {
            throw new RuleBroken(Texts.T("rule.empty"), "target");
        }

        if (step >= Step.Approve && segment.IsDone && segment.Target == target)
        {
            return; // it was done, and is
        }

        if (step == Step.Proofread && segment.IsDone && segment.Target == target)
        {
            MayRead(segment, act);
        }

        var readsOver = IsReadBy(segment, step, act);
        if (readsOver)
        {
            (segment.HandedIn, segment.ReadBy) = (segment.Target == target ? segment.HandedIn : segment.HandedIn ?? segment.Target, act.Person);
        }
        else
        {
            (segment.By, segment.Was, segment.HandedIn, segment.ReadBy) = (act.Person, null, null, null);
        }

        segment.At = act.At;
        CorrectedAt ??= step >= Step.Approve ? act.At : null;
        segment.Write(target, readsOver ? SegmentState.Proofread : SegmentState.Translated);
        Record(act, readsOver ? "translation.read" : "translation.confirmed", data: [("segment", segment.Id.ToString()), ("words", WordsIn(segment.Source))]);
    }

    /// <summary>Every segment is translated: the text is a draft that its readers see.</summary>
    /// <param name="text">The text as it stands.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>The words of the whole text.</returns>
    public string HandIn(DeskText text, Act act)
    {
        if (Left > 0)
        {
            throw new RuleBroken(Texts.N("rule.left", Left), "handin");
        }

        (HandedInAt, HandedInBy, ReadAt, ReadBy) = (act.At, act.Person, null, null);
        Record(act, "translation.handed-in", data: [("words", WordsIn(text.Text.SourceValue))]);
        return Whole(text);
    }

    /// <summary>The second reader has seen every segment; what was not touched counts as seen with this act.</summary>
    public string FinishReading(DeskText text, Act act)
    {
        var open = Segments.Where(s => s.State == SegmentState.Translated).ToList();
        foreach (var segment in open)
        {
            MayRead(segment, act);
        }

        if (Left > 0)
        {
            throw new RuleBroken(Texts.N("rule.left", Left), "handin");
        }

        foreach (var segment in open)
        {
            (segment.ReadBy, segment.At) = (act.Person, act.At);
            segment.Write(segment.Target, SegmentState.Proofread);
        }

        (ReadAt, ReadBy) = (act.At, act.Person);
        Record(act, "translation.proofread", person: HandedInBy, data: [("changed", Segments.Count(s => s.HandedIn is not null).ToString(CultureInfo.InvariantCulture))]);
        return Whole(text);
    }

    /// <summary>Who answers for this kind of text lets it go out.</summary>
    public string Approve(DeskText text, Act act)
    {
        if (Segments.Exists(s => s.State < SegmentState.Proofread))
        {
            throw new RuleBroken(Texts.T("rule.unread"), "handin");
        }

        Record(act, "translation.approved");
        return Whole(text);
    }

    /// <summary>The words have gone into the text itself.</summary>
    public void WentOut(string words) => (Published, CorrectedAt) = (words, null);

    /// <summary>What is wrong by the checks is right here, for a reason.</summary>
    public void Dismiss(UnitSegment segment, string key, string reason, Act act)
    {
        Dismissals.RemoveAll(d => d.SegmentId == segment.Id && d.Key == key);
        Dismissals.Add(new() { UnitId = Id, SegmentId = segment.Id, Key = key, Reason = reason, By = act.Person, At = act.At });
        Record(act, "translation.dismissed", personal: reason, data: [("rule", key.Split(':')[0]), ("segment", segment.Id.ToString())]);
    }

    public void Say(Guid id, UnitSegment segment, string text, Act act)
    {
        if (!Notes.Exists(n => n.Id == id))
        {
            Notes.Add(new() { Id = id, UnitId = Id, SegmentId = segment.Id, AuthorId = act.Person, At = act.At, Text = text });
            Record(act, "translation.noted", data: [("segment", segment.Id.ToString())]);
        }
    }

    private string Whole(DeskText text) => text.Source.Join([.. Segments.Select(s => s.Target)]);

    private bool IsReadBy(UnitSegment segment, Step step, Act act) => step == Step.Proofread && segment.IsDone && !IsOwn(segment, act);

    private bool IsOwn(UnitSegment segment, Act act) => segment.By == act.Person && act.Person is not null && WaivedBy is null;

    private void MayRead(UnitSegment segment, Act act)
    {
        if (IsOwn(segment, act))
        {
            throw new RuleBroken(Texts.T("rule.own"), "handin");
        }
    }

    private static string WordsIn(string text) => WordCount.Of(text).ToString(CultureInfo.InvariantCulture);
}
