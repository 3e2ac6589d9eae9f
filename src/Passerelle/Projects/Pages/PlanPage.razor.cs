using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>A project's stages in time: drawn as a Gantt chart, and the same as a table. For everybody; prints on A3.</summary>
public sealed partial class PlanPage
{
    public sealed record View(OpenProject Open, StagePlan Plan, GanttDrawing Drawing, IReadOnlyList<LinkCard> Links, IReadOnlyDictionary<Guid, PersonCard> People);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupList groups, LinkBook book, People people, HttpContext http)
    {
        var stop = http.RequestAborted;
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, stop) is not { } project)
        {
            return visit.NotFound();
        }

        var plan = await db.Plan(project.Id, stop: stop);
        var open = await groups.With(project, stop);
        return Show(new(open, plan, new(plan, visit.Today), [.. (await book.Of(project.Id, stop)).Where(l => l.IsAccepted)],
            await people.Cards(visit.MayEnter(open) ? plan.Named : plan.Named.Where(open.Known.Contains), stop)));
    }

    private Project Project => Model.Open.Project;

    /// <summary>What the chart says, in a sentence: when it ends, and what is late.</summary>
    private string Finding
    {
        get
        {
            var counted = Model.Plan.Stages.Where(s => s.State != StageState.Dropped).ToList();
            if (counted.Count == 0)
            {
                return T("gantt.dropped");
            }

            var (end, late) = (counted.Max(StagePlan.End), counted.Count(s => s.IsLate(Visit.Today)));
            return counted.TrueForAll(s => !s.IsOpen) ? T("gantt.over", Say.LongDate(end))
                : late > 0 ? $"{T("gantt.end", Say.LongDate(end))} {N("gantt.late", late)}"
                : $"{T("gantt.end", Say.LongDate(end))} {T("gantt.ontime")}";
        }
    }
}
