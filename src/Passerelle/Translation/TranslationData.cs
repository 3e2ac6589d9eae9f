using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Translation.Machine;
using Passerelle.Translation.Memory;
using static Passerelle.Translation.Texts;

namespace Passerelle.Translation;

/// <summary>What somebody translated, read over, remarked. Of an erased account the words stay, without a name; work that waits goes back to nobody.</summary>
internal sealed class TranslationData(PlatformDb db) : IPersonalData
{
    public string Name => "translations";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var segments = await db.Set<UnitSegment>().AsNoTracking().Where(s => s.By == person || s.ReadBy == person).OrderBy(s => s.At).ToListAsync(stop);
        var notes = await db.Set<SegmentNote>().AsNoTracking().Where(n => n.AuthorId == person).OrderBy(n => n.At).ToListAsync(stop);
        var given = await db.Set<TranslationUnit>().AsNoTracking().Where(u => u.AssignedTo == person).OrderBy(u => u.Id).ToListAsync(stop);
        var dismissals = await db.Set<Dismissal>().AsNoTracking().Where(d => d.By == person).OrderBy(d => d.At).ToListAsync(stop);
        var machine = await Asks(person).AsNoTracking().OrderBy(a => a.AskedAt).ToListAsync(stop);
        return segments.Count + notes.Count + given.Count + dismissals.Count + machine.Count == 0 ? null : new
        {
            segments = segments.Select(s => new { s.Source, s.Target, s.At, translated = s.By == person, proofread = s.ReadBy == person }),
            remarks = notes.Select(n => new { n.Text, n.At }),
            dismissed = dismissals.Select(d => new { d.Key, d.Reason, d.At }),
            machine = machine.Select(a => new { text = a.Key.ToString(), a.Language, a.AskedAt }),
            assigned = given.Select(u => new { text = u.Key.ToString(), u.Language, u.Due }),
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        var units = await db.Set<TranslationUnit>().Include(u => u.Segments).Include(u => u.Notes).Include(u => u.Dismissals).AsSplitQuery()
            .Where(u => u.AssignedTo == person || u.AskedBy == person || u.HandedInBy == person || u.ReadBy == person || u.WaivedBy == person
                || u.Segments.Any(s => s.By == person || s.ReadBy == person) || u.Notes.Any(n => n.AuthorId == person) || u.Dismissals.Any(d => d.By == person)).ToListAsync(stop);
        var pairs = await db.Set<KeptPair>().Where(p => p.By == person).ToListAsync(stop);
        var removals = await db.Set<PairRemoval>().Where(r => r.By == person).ToListAsync(stop);
        var machine = await Asks(person).ToListAsync(stop);
        if (act is not null)
        {
            units.ForEach(u => u.Forget(person));
            pairs.ForEach(p => p.By = null);
            removals.ForEach(r => r.By = null);
            machine.ForEach(a => a.Forget());
            await db.SaveChangesAsync(stop);
        }

        return units.Count + pairs.Count == 0 ? [] : [T("personal.kept")];
    }

    private IQueryable<MachineAsk> Asks(Guid person) => db.Set<MachineAsk>().Where(a => a.AskedBy == person);
}
