using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Emails;

namespace Passerelle.Tasks;

/// <summary>One mail a day at most to whoever has a task that is due or overdue, in their language.</summary>
internal sealed class TaskReminders(PlatformDb db, People people, MailDesk mail, Clock clock, PlatformOptions options)
{
    public async Task Send(DateTimeOffset due, CancellationToken stop)
    {
        var today = clock.DateOf(due);
        var open = await db.Set<ToDo>().AsNoTracking().Where(t => t.State == ToDoState.Open && t.Due <= today).ToListAsync(stop);
        var owners = await people.Cards(open.Select(t => t.Owner), stop);
        foreach (var group in open.GroupBy(t => t.Owner))
        {
            if (owners.GetValueOrDefault(group.Key) is { Erased: false } owner)
            {
                var tasks = group.OrderBy(t => t.Due).Select(t => t.Card).ToList();
                await mail.Queue<TasksDue>(owner.Email, owner.Language, () => Texts.N("reminder.subject", tasks.Count), () => new()
                {
                    [nameof(TasksDue.Name)] = owner.Name,
                    [nameof(TasksDue.Tasks)] = tasks,
                    [nameof(TasksDue.Today)] = today,
                    [nameof(TasksDue.Site)] = options.PublicUrl,
                });
            }
        }

        await db.SaveChangesAsync(stop);
    }
}
