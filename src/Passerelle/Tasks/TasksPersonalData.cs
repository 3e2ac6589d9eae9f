using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;

namespace Passerelle.Tasks;

/// <summary>What a person was asked to do. It names nobody, and stays with the acts that it came from.</summary>
internal sealed class TasksPersonalData(PlatformDb db) : IPersonalData
{
    public string Name => "tasks";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var tasks = await db.Set<ToDo>().AsNoTracking().Where(t => t.Owner == person).OrderBy(t => t.AskedAt).ToListAsync(stop);
        return tasks.Count == 0 ? null : tasks.Select(t => new { title = t.Title.Versions.ToDictionary(v => v.Language, v => v.Value), t.Path, t.Due, t.AskedAt, state = t.State.ToString(), t.ClosedAt });
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop) =>
        await db.Set<ToDo>().AnyAsync(t => t.Owner == person, stop) ? [Texts.T("personal.kept")] : [];
}
