using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>What goes, and when: contact data with the consent, an entry when nobody needs it any more.</summary>
internal sealed class Removal(PlatformDb db, RoleBook book, Clock clock)
{
    /// <summary>Without a role, without contact: kept so long.</summary>
    public const int Years = 3;

    /// <summary>So long before it is removed it is shown as one that will be.</summary>
    public const int NoticeDays = 30;

    private static readonly string[] NamesAnother = ["stakeholder.absorbed", "stakeholder.merged", "stakeholder.parted", "stakeholder.came-back", "stakeholder.held-apart"];

    /// <summary>The job: removes what nobody needed for three years.</summary>
    public static async Task Run(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var (db, removal, today) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Removal>(), services.GetRequiredService<Clock>().DateOf(due));
        using var _ = Language.In(Language.Official[0]); // roles are read with their words
        await db.Alone(async () =>
        {
            await removal.Remove(await removal.Unneeded(today.AddYears(-Years), stop), Act.BySystem(due), stop);
            return await db.SaveChangesAsync(stop);
        }, stop);
    }

    /// <summary>Those that the job removes within the notice.</summary>
    public Task<IReadOnlyList<Guid>> Leaving(CancellationToken stop = default) => Unneeded(clock.Today.AddDays(NoticeDays).AddYears(-Years), stop);

    /// <summary>Removes entries, with those that went on in them; what events say about them in words goes too. Written with the caller's save.</summary>
    public async Task Remove(IReadOnlyList<Guid> ids, Act act, CancellationToken stop = default)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var all = await db.Set<Stakeholder>().WithAll().Where(s => s.RemovedAt == null && (EF.Parameter(ids).Contains(s.Id) || s.MergedInto != null)).ToListAsync(stop);
        var below = all.Where(s => s.MergedInto is not null).ToLookup(s => s.MergedInto!.Value);
        List<Stakeholder> gone = [.. all.Where(s => ids.Contains(s.Id))];
        for (var next = 0; next < gone.Count; next++)
        {
            gone.AddRange(below[gone[next].Id]);
        }

        foreach (var entry in gone)
        {
            if (entry.MergedInto is null)
            {
                entry.Remove(act);
            }
            else
            {
                entry.RemoveMerged(act);
            }
        }

        await Unname([.. gone.Select(g => g.Id)], stop);
    }

    /// <summary>Erases the contact data of what went on in an entry whose consent was withdrawn.</summary>
    public async Task ForgetBelow(Guid id, CancellationToken stop = default)
    {
        var below = await db.MergedBelow(id, stop);
        foreach (var merged in await db.Set<Stakeholder>().WithAll().Where(s => EF.Parameter(below).Contains(s.Id)).ToListAsync(stop))
        {
            merged.ForgetContact();
        }
    }

    /// <summary>An organisation whose people stand in the directory stays.</summary>
    public async Task MustHaveNoPeople(Guid id, CancellationToken stop = default)
    {
        if (await db.Set<Stakeholder>().Present().AnyAsync(s => s.OrganisationId == id, stop))
        {
            throw new RuleBroken(T("rule.remove.people"));
        }
    }

    private async Task<IReadOnlyList<Guid>> Unneeded(DateOnly before, CancellationToken stop)
    {
        var entries = await db.Set<Stakeholder>().AsNoTracking().Present().Include(s => s.Roles)
            .Where(s => s.SeenOn <= before && !db.Set<Stakeholder>().Any(p => p.OrganisationId == s.Id && p.MergedInto == null && p.RemovedAt == null)).ToListAsync(stop);
        var roles = await book.Of(entries, stop);
        return [.. entries.Where(e => roles[e.Id].Now.Count == 0).Select(e => e.Id)];
    }

    private async Task Unname(HashSet<Guid> gone, CancellationToken stop)
    {
        var words = await db.Events.Where(e => e.Personal != null && (EF.Parameter(gone).Contains(e.SubjectId) && e.Kind == "stakeholder" || EF.Parameter(NamesAnother).Contains(e.Name))).ToListAsync(stop);
        foreach (var happened in words.Where(e => gone.Contains(e.SubjectId) || e.Values.Values.Any(v => Guid.TryParse(v, out var id) && gone.Contains(id))))
        {
            happened.ErasePersonal();
        }
    }
}
