using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;

namespace Passerelle.Dashboard.Pages;

/// <summary>What waits for the person who looks: alerts, tasks, what each capability has to say today; then the next dates, and what is theirs.</summary>
public sealed partial class TodayPage
{
    public sealed record View(Visitor Who, DateOnly Today, IReadOnlyList<RenderFragment> Alerts, IReadOnlyList<TaskCard> Tasks, IReadOnlyList<RenderFragment> Cards,
        IReadOnlyList<RenderFragment> Dates, IReadOnlyList<RenderFragment> Mine, IReadOnlyList<NavLink> Next);

    public static async Task<IResult> Get(Visit visit, TaskDesk desk, Registry registry)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var (services, stop, key) = (visit.Http.RequestServices, visit.Http.RequestAborted, who.Id.ToString());
        var alerts = await registry.Load(services, "alerts", key, stop);
        var tasks = await desk.OpenOf(who.Id, stop);
        var cards = await registry.Load(services, "today", key, stop);
        var dates = await registry.Load(services, "dates", key, stop);
        var mine = await registry.Load(services, "mine", key, stop);
        return Show(new(who, visit.Today, alerts, tasks, cards, dates, mine, [.. Next(visit)]));
    }

    /// <summary>Where to go when nothing waits: what this person may use, then what everybody may.</summary>
    private static IEnumerable<NavLink> Next(Visit visit) =>
        visit.Frame.WorkspaceNavigation.SelectMany(s => s.Items)
            .Where(l => l.Href != Href.To("/desk") && l.Href != Href.To("/desk/tasks"))
            .Append(new(Texts.T("today.groups"), Href.To("/groups")))
            .DistinctBy(l => l.Href)
            .Take(4);
}
