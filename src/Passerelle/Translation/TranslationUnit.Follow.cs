using Passerelle.Kernels.Translation.Distance;

namespace Passerelle.Translation;

/// <summary>What becomes of the work when the text changes.</summary>
public sealed partial class TranslationUnit
{
    private const int Alike = 50;

    /// <summary>
    /// Brings the work in step with the text: segments whose source stands stay as they are, a changed one keeps its
    /// words and what they translated. What an author wrote into the translation itself takes the place of the work,
    /// and the words that it displaces stay as a note.
    /// </summary>
    /// <returns>Whether anything was behind.</returns>
    public bool Follow(DeskText text, DateTimeOffset now)
    {
        var behind = false;
        if (text.Version?.Value is var value && value != Published)
        {
            Take(text, now);
            (Published, behind) = (value, true);
        }

        if (Revision != text.Revision)
        {
            Turn(text);
            behind = true;
        }

        return behind;
    }

    private void Take(DeskText text, DateTimeOffset now)
    {
        var laid = Laid(text, text.SourceThen);
        var before = Segments.Where(s => s.Target.Length > 0).ToLookup(s => s.Source);
        foreach (var segment in laid)
        {
            if (before[segment.Source].FirstOrDefault() is { } old)
            {
                if (old.Target == segment.Target && old.State >= segment.State)
                {
                    (segment.State, segment.By, segment.At, segment.ReadBy) = (old.State, old.By, old.At, old.ReadBy);
                }
                else if (old.Target != segment.Target)
                {
                    Notes.Add(new() { Id = Guid.CreateVersion7(), UnitId = Id, SegmentId = segment.Id, At = now, Text = Texts.T("note.displaced", old.Target) });
                }
            }
        }

        Segments.Clear();
        Segments.AddRange(laid);
        (Revision, CorrectedAt) = (0, null);
    }

    /// <summary>Lays the segments that there are along the text as it now stands.</summary>
    private void Turn(DeskText text)
    {
        var sources = text.Source.Segments;
        var kept = Kept(sources);
        List<UnitSegment> next = [];
        var old = 0;
        for (var i = 0; i < sources.Count; i++)
        {
            var segment = kept[i] ?? Nearest(sources[i], old, kept, i) ?? new UnitSegment(i, sources[i], "", SegmentState.Missing);
            old = Segments.IndexOf(segment) is >= 0 and var at ? at + 1 : old;
            next.Add(Turned(segment, sources[i], i));
        }

        Segments.RemoveAll(s => !next.Contains(s));
        foreach (var segment in next.Where(s => !Segments.Contains(s)))
        {
            Segments.Add(segment);
        }

        Segments.Sort((a, b) => a.Order.CompareTo(b.Order));
        Revision = text.Revision;
    }

    /// <summary>For each source the old segment with the same words, in order: a longest row of them.</summary>
    private UnitSegment?[] Kept(IReadOnlyList<string> sources)
    {
        var lengths = new int[Segments.Count + 1, sources.Count + 1];
        for (var o = Segments.Count - 1; o >= 0; o--)
        {
            for (var n = sources.Count - 1; n >= 0; n--)
            {
                lengths[o, n] = Segments[o].Source == sources[n] ? lengths[o + 1, n + 1] + 1 : Math.Max(lengths[o + 1, n], lengths[o, n + 1]);
            }
        }

        var kept = new UnitSegment?[sources.Count];
        for (var (o, n) = (0, 0); o < Segments.Count && n < sources.Count;)
        {
            if (Segments[o].Source == sources[n])
            {
                kept[n++] = Segments[o++];
            }
            else if (lengths[o + 1, n] >= lengths[o, n + 1])
            {
                o++;
            }
            else
            {
                n++;
            }
        }

        return kept;
    }

    /// <summary>The most alike of the old segments between the neighbours that stayed.</summary>
    private UnitSegment? Nearest(string source, int from, UnitSegment?[] kept, int place)
    {
        var end = kept.Skip(place).FirstOrDefault(k => k is not null) is { } next ? Segments.IndexOf(next) : Segments.Count;
        return Segments.Take(end).Skip(from).Where(s => s.Target.Length > 0)
            .Select(s => (Segment: s, Score: Score.Of(source, s.Source))).Where(s => s.Score >= Alike)
            .OrderByDescending(s => s.Score).Select(s => s.Segment).FirstOrDefault();
    }

    private static UnitSegment Turned(UnitSegment segment, string source, int order)
    {
        segment.Order = order;
        if (segment.Source == source)
        {
            return segment;
        }

        // Words that nobody has confirmed translate nothing yet: they wait as before.
        var (was, isOnlyTyped) = (segment.Was ?? segment.Source, segment is { State: SegmentState.Begun, Was: null });
        segment.Source = source;
        if (segment.State == SegmentState.Machine)
        {
            segment.Write("", SegmentState.Missing); // nobody's words: there is nothing to save, and an engine may be asked again
        }

        if (segment.Target.Length > 0 && !isOnlyTyped)
        {
            // Back at the words that the target translates, it is right again, though nobody has looked since.
            (segment.Was, segment.HandedIn) = (was == source ? null : was, null);
            segment.Write(segment.Target, was == source ? SegmentState.Translated : SegmentState.Begun);
        }

        return segment;
    }
}
