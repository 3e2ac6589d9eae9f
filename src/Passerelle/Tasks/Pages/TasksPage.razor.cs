using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;

namespace Passerelle.Tasks.Pages;

public sealed partial class TasksPage
{
    private const int ClosedShown = 20;

    public sealed record Closed(LocalizedText Title, DateTimeOffset At, bool ByOwner);

    public sealed record View(IReadOnlyList<TaskCard> Open, IReadOnlyList<Closed> Closed, DateOnly Today);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, TaskDesk desk)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var closed = await db.Set<ToDo>().AsNoTracking().Where(t => t.Owner == who.Id && t.State == ToDoState.Done)
            .OrderByDescending(t => t.ClosedAt).Take(ClosedShown).ToListAsync();
        return Show(new(await desk.OpenOf(who.Id), [.. closed.Select(t => new Closed(t.Title, t.ClosedAt!.Value, t.ClosedBy == who.Id))], visit.Today));
    }

    public static Task<IResult> Done(Guid id, Visit visit, PlatformDb db) => Close(id, visit, db, task => task.Done(visit.Act), "done.said");

    /// <summary>It goes back to who asked.</summary>
    public static Task<IResult> Back(Guid id, Visit visit, PlatformDb db) => Close(id, visit, db, task => task.HandBack(visit.Act), "back.said");

    private static async Task<IResult> Close(Guid id, Visit visit, PlatformDb db, Action<ToDo> act, string said)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        if (await db.Set<ToDo>().FindAsync(id) is not { } task)
        {
            return visit.NotFound();
        }

        if (task.Owner != visit.Who!.Id)
        {
            return visit.Refuse();
        }

        act(task);
        await db.SaveChangesAsync();
        return visit.Done(visit.Query("from") == "today" ? "/desk" : "/desk/tasks", Texts.T(said, task.Title.Read(Language.Content).Value));
    }
}
