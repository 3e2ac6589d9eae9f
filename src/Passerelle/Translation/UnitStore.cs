using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Memory;

namespace Passerelle.Translation;

/// <summary>A text open at the desk, with the work on it as it stands beside the present source.</summary>
public sealed record OpenUnit(DeskText Text, TranslationUnit Unit)
{
    /// <summary>What the text waits for. One that a second reader had done with waits for its translator again once somebody corrects a segment of it.</summary>
    public Step Step => TranslationUnit.StepOf(Text.Text.StateIn(Text.Language), Text.Text.IsStale(Text.Language), Text.Lowest) is var step && step >= Step.Approve && Unit.IsCorrected ? Step.Translate : step;

    /// <summary>The same as far as it is this person's: who may not read over translates, whatever the text waits for.</summary>
    public Step StepFor(Visitor who) => Step == Step.Proofread && !TranslationAccess.MayProofread(who) ? Step.Translate : Step;
}

/// <summary>Opens units, and writes what is done in them: the work, the memory, the text itself.</summary>
public sealed class UnitStore(PlatformDb db, DeskTexts texts, MemoryBook memory, Clock clock)
{
    /// <summary>For reading: the work is brought in step with the text, and nothing is written.</summary>
    public async Task<OpenUnit?> Read(TextKey key, Visitor who, CancellationToken stop) => (await Read([key], who, stop)).GetValueOrDefault(key);

    /// <summary>The same for several, in as many queries as for one; those that this person may not see are not among them.</summary>
    public Task<IReadOnlyDictionary<TextKey, OpenUnit>> Read(IReadOnlyCollection<TextKey> keys, Visitor who, CancellationToken stop) => Open(keys, Units.AsNoTracking(), who, stop);

    /// <summary>
    /// For an act: the same, written with the next save. The first act on a text makes its unit.
    /// </summary>
    public async Task<OpenUnit?> Take(TextKey key, Visitor who, CancellationToken stop) => (await Take([key], who, stop)).GetValueOrDefault(key);

    public async Task<IReadOnlyDictionary<TextKey, OpenUnit>> Take(IReadOnlyCollection<TextKey> keys, Visitor who, CancellationToken stop)
    {
        var open = await Open(keys, Units, who, stop);
        db.AddRange(open.Values.Select(o => o.Unit).Where(u => db.Entry(u).State == EntityState.Detached));
        return open;
    }

    /// <summary>Puts a text that is not everybody's into the queue, with the next save.</summary>
    public async Task Ask(TextKey key, Act act, CancellationToken stop)
    {
        if (await texts.Find(key, stop) is not { } text)
        {
            return;
        }

        var unit = await Unit(key, stop);
        if (unit is null)
        {
            db.Add(unit = TranslationUnit.Of(text, clock.Now));
        }

        unit.Ask(act);
    }

    public async Task Confirm(OpenUnit open, IReadOnlyList<(UnitSegment Segment, string Target)> confirmed, Step step, Act act, CancellationToken stop)
    {
        foreach (var (segment, target) in confirmed)
        {
            open.Unit.Confirm(segment, target, step, act);
        }

        await memory.Keep(open.Text, open.Unit, [.. confirmed.Select(c => c.Segment)], act, stop);
    }

    /// <summary>The next step of the whole text: handed in, read over, approved. Its readers see it with the next save.</summary>
    public async Task Forward(OpenUnit open, Act act, CancellationToken stop)
    {
        var (words, state) = open.Step switch
        {
            Step.Translate => (open.Unit.HandIn(open.Text, act), TextState.Draft),
            Step.Proofread => (open.Unit.FinishReading(open.Text, act), TextState.Proofread),
            Step.Approve => (open.Unit.Approve(open.Text, act), TextState.Approved),
            _ => throw new RuleBroken(Texts.T("rule.done"), "handin"),
        };
        if (state == TextState.Proofread)
        {
            await memory.Keep(open.Text, open.Unit, open.Unit.Segments, act, stop);
        }

        await texts.Publish(open.Text, open.Unit, words, state, act, stop);
        open.Unit.WentOut(words);
    }

    /// <summary>The work on a text as it was left, to be written; null where nobody has begun.</summary>
    internal Task<TranslationUnit?> Unit(TextKey key, CancellationToken stop) =>
        Units.FirstOrDefaultAsync(u => u.OwnerId == key.OwnerId && u.Owner == key.Owner && u.Property == key.Property && u.Language == key.Language, stop);

    private IQueryable<TranslationUnit> Units =>
        db.Set<TranslationUnit>().Include(u => u.Segments.OrderBy(s => s.Order)).Include(u => u.Notes).Include(u => u.Dismissals).AsSplitQuery();

    private async Task<IReadOnlyDictionary<TextKey, OpenUnit>> Open(IReadOnlyCollection<TextKey> keys, IQueryable<TranslationUnit> units, Visitor who, CancellationToken stop)
    {
        var found = await texts.Find(keys, stop);
        var (things, properties) = (found.Keys.Select(k => k.OwnerId).ToHashSet(), found.Keys.Select(k => k.Property).ToHashSet());
        var begun = (await units.Where(u => things.Contains(u.OwnerId) && properties.Contains(u.Property)).ToListAsync(stop)).ToDictionary(u => u.Key);
        Dictionary<TextKey, OpenUnit> open = [];
        foreach (var (key, text) in found)
        {
            var unit = begun.GetValueOrDefault(key);
            if (Queue.MaySee(who, text.Readers, unit?.AssignedTo))
            {
                unit?.Follow(text, clock.Now);
                open[key] = new(text, unit ?? TranslationUnit.Of(text, clock.Now));
            }
        }

        return open;
    }
}
