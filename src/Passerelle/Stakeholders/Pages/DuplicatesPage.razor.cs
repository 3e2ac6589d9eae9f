using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Entries that may be the same, two by two: merge them, or say that they are not.</summary>
public sealed partial class DuplicatesPage
{
    private const int PerPage = 20;

    public sealed record View(IReadOnlyList<(Proposal Proposal, Row One, Row Other)> Pairs, int Count, int Page)
    {
        public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);
    }

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, Reach reach, Duplicates duplicates, StakeholderSearch search)
    {
        var stop = visit.Http.RequestAborted;
        var reader = await reach.Read(stop);
        if (!reader.Works)
        {
            return visit.Refuse();
        }

        var all = await duplicates.For(reader, stop);
        List<Proposal> shown = [.. all.Skip((visit.PageNumber - 1) * PerPage).Take(PerPage)];
        var ids = shown.SelectMany(p => new[] { p.One, p.Other }).Distinct().ToList();
        var entries = await db.Set<Stakeholder>().AsNoTracking().Include(s => s.Roles).Include(s => s.Consents).AsSplitQuery().Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(stop);
        var rows = (await search.Rows(entries, reader, stop)).ToDictionary(r => r.Entry.Id);
        return Show(new([.. shown.Where(p => rows.ContainsKey(p.One) && rows.ContainsKey(p.Other)).Select(p => (p, rows[p.One], rows[p.Other]))], all.Count, visit.PageNumber));
    }

    private static string Why(Proposal proposal) =>
        Say.All([.. proposal.SameEmail ? [T("same.email")] : Array.Empty<string>(), .. proposal.SameName ? [T("same.name")] : Array.Empty<string>()]);
}
