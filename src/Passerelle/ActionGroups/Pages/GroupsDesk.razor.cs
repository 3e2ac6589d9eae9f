using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The groups as the agency works with them: own ones first, with what waits in each.</summary>
public sealed partial class GroupsDesk
{
    public sealed record Row(Guid Id, string Slug, GroupKind Kind, LocalizedText Name, Phase Phase, bool Paused, bool Mine, int Members, int CoLeads, DateOnly? IncompleteSince, int Requests, int ToConfirm, DateTimeOffset? NextAt, bool Dropped);

    public sealed record View(IReadOnlyList<Row> Groups, IReadOnlyDictionary<Guid, CollegeLack> Lacks, bool MayPropose, bool OnlyMine);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, GroupShelf shelf, HttpContext http)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return visit.Refuse();
        }

        var (me, today) = (visit.Who!.Id, visit.Today);
        var groups = await db.Set<Group>().Where(g => g.SuccessorId == null)
            .Select(g => new Row(g.Id, g.Slug, g.Type, g.Name, g.Phase, g.PausedOn != null,
                g.Coordinators.Any(c => c.PersonId == me && c.From <= today && (c.Until == null || c.Until >= today)),
                g.Members.Count(m => m.Until == null),
                g.CoLeads.Count(c => c.Until == null && c.State == CoLeadState.Appointed), g.PairIncompleteSince,
                g.Requests.Count(r => r.State == RequestState.Open), g.Members.Count(m => m.Until == null && m.ToConfirm), g.NextAt, g.Phase == Phase.Proposed && g.ClosedOn != null))
            .AsNoTracking().ToListAsync(http.RequestAborted);
        var onlyMine = visit.Query("mine") == "1";
        var order = StringComparer.Create(Language.Culture(Language.Content), ignoreCase: true);
        return Show(new(
            [.. groups.Where(g => !onlyMine || g.Mine).OrderBy(g => g.Dropped).ThenBy(g => g.Phase != Phase.Proposed).ThenBy(g => !g.Mine).ThenBy(g => g.Name.Read(Language.Content).Value, order)],
            (await shelf.Read(http.RequestAborted)).All.ToDictionary(g => g.Id, g => g.Lack), true, onlyMine));
    }
}
