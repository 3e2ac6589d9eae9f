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
    public Step Step => TranslationUnit.StepOf(Text.Text.StateIn(Text.Language), Text.Text.IsStale(Text.Language), Text.Lowest);
}

/// <summary>Opens units, and writes what is done in them: the work, the memory, the text itself.</summary>
public sealed class UnitStore(PlatformDb db, DeskTexts texts, MemoryBook memory, Clock clock)
{
    /// <summary>For reading: the work is brought in step with the text, and nothing is written.</summary>
    public async Task<OpenUnit?> Read(TextKey key, Visitor who, CancellationToken stop)
    {
        var unit = await Units.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(u => u.OwnerId == key.OwnerId && u.Owner == key.Owner && u.Property == key.Property && u.Language == key.Language, stop);
        return await Open(key, unit, who, stop);
    }

    /// <summary>
    /// For an act: the same, written with the next save. The first act on a text makes its unit.
    /// </summary>
    public async Task<OpenUnit?> Take(TextKey key, Visitor who, CancellationToken stop)
    {
        var unit = await Units.AsSplitQuery().FirstOrDefaultAsync(u => u.OwnerId == key.OwnerId && u.Owner == key.Owner && u.Property == key.Property && u.Language == key.Language, stop);
        var open = await Open(key, unit, who, stop);
        if (open is not null && unit is null)
        {
            db.Add(open.Unit);
        }

        return open;
    }

    /// <summary>Puts a text that is not everybody's into the queue, with the next save.</summary>
    public async Task Ask(TextKey key, Act act, CancellationToken stop)
    {
        if (await texts.Find(key, stop) is not { } text)
        {
            return;
        }

        var unit = await Units.AsSplitQuery().FirstOrDefaultAsync(u => u.OwnerId == key.OwnerId && u.Owner == key.Owner && u.Property == key.Property && u.Language == key.Language, stop);
        if (unit is null)
        {
            db.Add(unit = TranslationUnit.Of(text, clock.Now));
        }

        unit.Ask(act);
    }

    public async Task Confirm(OpenUnit open, UnitSegment segment, string target, Step step, Act act, CancellationToken stop)
    {
        open.Unit.Confirm(segment, target, step, act);
        await memory.Keep(open.Text, open.Unit, segment, act, stop);
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
            foreach (var segment in open.Unit.Segments)
            {
                await memory.Keep(open.Text, open.Unit, segment, act, stop);
            }
        }

        await texts.Publish(open.Text, words, state, act, stop);
        open.Unit.WentOut(words);
    }

    private IQueryable<TranslationUnit> Units => db.Set<TranslationUnit>().Include(u => u.Segments.OrderBy(s => s.Order)).Include(u => u.Notes).Include(u => u.Dismissals);

    private async Task<OpenUnit?> Open(TextKey key, TranslationUnit? unit, Visitor who, CancellationToken stop)
    {
        if (await texts.Find(key, stop) is not { } text || !Queue.MaySee(who, text.Readers, unit))
        {
            return null;
        }

        unit?.Follow(text, clock.Now);
        return new(text, unit ?? TranslationUnit.Of(text, clock.Now));
    }
}
