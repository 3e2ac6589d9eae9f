using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Looks for the entry that is the same as this one, where the list of duplicates did not see it.</summary>
public sealed partial class MergeChoosePage
{
    private const int Most = 20;

    public sealed record View(Stakeholder Entry, string? Words, IReadOnlyList<Row> Found);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, StakeholderSearch search)
    {
        var stop = visit.Http.RequestAborted;
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Shares);
        if (instead is not null)
        {
            return instead;
        }

        var words = visit.Query("q");
        var (rows, _) = words is null ? ([], 0) : await search.Find(new(words, null, opened.Entry.Type, null, null, false), opened.Reader, 0, Most, stop);
        return Show(new(opened.Entry, words, [.. rows.Where(r => r.Entry.Id != id && new Opened(r.Entry, r.Roles, opened.Reader).Shares)]));
    }
}
