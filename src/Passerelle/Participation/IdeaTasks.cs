using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;

namespace Passerelle.Participation;

/// <summary>
/// On an idea those who look at what was sent ask each other for small things, and the people of the group that wants it,
/// until it is decided or has become a project.
/// </summary>
internal sealed partial class IdeaTasks(PlatformDb db, GroupList groups, People people) : TaskSubjects
{
    public override async Task<TaskSubject?> Find(string about, Visit visit)
    {
        var stop = visit.Http.RequestAborted;
        if (OfIdea().Match(about) is not { Success: true } match || await Idea(match.Groups[1].Value, stop) is not { } idea || !visit.MayRead(idea))
        {
            return null;
        }

        var triage = (await people.WithRole(Role.Coordinator, stop)).Concat(await people.WithRole(Role.Director, stop)).Select(p => p.Id).ToHashSet();
        var circle = idea.GroupId is { } id && (await groups.All(stop)).Present(id) is { } group ? await groups.Circle(group.Id, stop) : null;
        HashSet<Guid> wanting = [.. circle?.Everybody ?? [], .. new[] { circle?.Elected, circle?.CivilSociety }.OfType<Guid>()];
        return new(idea.Title, $"/desk/ideas/{idea.Slug}", $"/ideas/{idea.Slug}", new(circle?.Group ?? Guid.Empty, triage, null, null, wanting), !TakesTasks(idea));
    }

    public static bool TakesTasks(Idea idea) => idea.IsOpen || (idea.IsShown && idea is { State: IdeaState.Accepted, ProjectId: null });

    private Task<Idea?> Idea(string slug, CancellationToken stop) => db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Slug == slug, stop);

    [GeneratedRegex("^/desk/ideas/([a-z0-9-]{1,120})$")]
    private static partial Regex OfIdea();
}
