using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Dashboard.Pages;

/// <summary>The workload of each coordinator, seen by those who share the work out and those who do it.</summary>
public sealed partial class WorkloadPage
{
    public sealed record View(IReadOnlyList<Load> Loads);

    internal static async Task<IResult> Get(Visit visit, Workload workload) =>
        visit.Who is not { } who || !MayRead(who) ? visit.Refuse() : Show(new(await workload.Today(visit.Http.RequestAborted)));

    internal static bool MayRead(Visitor who) => who.Is(Role.Director, Role.Coordinator);
}
