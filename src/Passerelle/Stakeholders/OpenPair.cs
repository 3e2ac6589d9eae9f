using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Stakeholders;

/// <summary>Two entries, for who may make one of them. <see cref="Gone"/> says what happened when one is no longer there to be merged.</summary>
internal sealed record Pair(Stakeholder One, Stakeholder Other, Opened OpenOne, Opened OpenOther, Reader Reader)
{
    /// <summary>Contact data is chosen by who sees that of both; for others the fuller and newer stays.</summary>
    public bool Contact => OpenOne.Contact && OpenOther.Contact;

    public bool BothPresent => One.IsPresent && Other.IsPresent;
}

internal static class OpenPairs
{
    public static async Task<(Pair Pair, IResult? Instead)> OpenPair(this Visit visit, PlatformDb db, Reach reach, RoleBook book, Guid one, Guid other)
    {
        var stop = visit.Http.RequestAborted;
        var reader = await reach.Read(stop);
        if (!reader.Works)
        {
            return (null!, visit.Refuse());
        }

        Guid[] ids = [one, other];
        var both = await db.Set<Stakeholder>().AsNoTracking().WithAll().Where(s => ids.Contains(s.Id) && s.RemovedAt == null).ToDictionaryAsync(s => s.Id, stop);
        if (!both.TryGetValue(one, out var first) || !both.TryGetValue(other, out var second))
        {
            return (null!, visit.NotFound());
        }

        var roles = await book.Of(both.Values, stop);
        var pair = new Pair(first, second, new(first, roles[one], reader), new(second, roles[other], reader), reader);
        // One that was merged has no roles of its own any more: what happened to it is told, and nothing done.
        return (pair, (first.IsPresent && !pair.OpenOne.Shares) || (second.IsPresent && !pair.OpenOther.Shares) ? visit.Refuse() : null);
    }

    /// <summary>The last that happened to each of two entries, in words.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> LastOf(this PlatformDb db, EventWording wording, Guid one, Guid other, CancellationToken stop)
    {
        Guid[] ids = [one, other];
        var last = await db.Events.AsNoTracking().Where(e => ids.Contains(e.SubjectId) && e.Kind == "stakeholder").OrderByDescending(e => e.Number).Take(2).ToListAsync(stop);
        return await wording.Of(last, stop);
    }
}
