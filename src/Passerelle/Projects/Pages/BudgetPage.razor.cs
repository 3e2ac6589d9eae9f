using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Pages;

/// <summary>What a project costs: planned, committed, spent, and where the money comes from.</summary>
public sealed partial class BudgetPage
{
    public sealed record View(OpenProject Open);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups)
    {
        var (open, answer) = await visit.Open(db, groups, slug, visit.MayEnter);
        return answer ?? Show(new(open));
    }
}
