using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Participation;

/// <summary>Loads ideas, and says who may do what with one.</summary>
internal static class IdeaStore
{
    private const int MostAttempts = 5;

    public static Task<Idea?> Idea(this PlatformDb db, string slug, CancellationToken stop = default) =>
        db.Set<Idea>().Include(i => i.Views).FirstOrDefaultAsync(i => i.Slug == slug, stop);

    public static Task<string?> IdeaSlug(this PlatformDb db, Guid id, CancellationToken stop = default) =>
        db.Set<Idea>().Where(i => i.Id == id).Select(i => i.Slug).FirstOrDefaultAsync(stop);

    public static Task<int> Supports(this PlatformDb db, Guid idea, CancellationToken stop = default) =>
        db.Set<IdeaSupport>().CountAsync(s => s.IdeaId == idea, stop);

    /// <summary>A free address made from a title.</summary>
    public static async Task<string> FreeIdeaSlug(this PlatformDb db, string title, CancellationToken stop = default)
    {
        var stem = Slug.Of(title, "idee");
        stem = stem == "new" ? "new-idea" : stem;
        var taken = await db.Set<Idea>().Where(i => i.Slug.StartsWith(stem)).Select(i => i.Slug).ToListAsync(stop);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? stem : $"{stem}-{n}").First(s => !taken.Contains(s));
    }

    /// <summary>Coordinators and the Director look at what was sent.</summary>
    public static bool MayTriage(this Visit visit) => visit.Is(Role.Coordinator, Role.Director);

    /// <summary>Everybody what is shown; its authors, and who decides on it, what is not.</summary>
    public static bool MayRead(this Visit visit, Idea idea) =>
        idea.IsShown || (visit.Who is { } who && idea.Authors.Contains(who.Id) && idea.State != IdeaState.Withdrawn) || (visit.Is(Role.Moderator, Role.Director) && idea.State != IdeaState.Withdrawn);

    /// <summary>The idea of a page in the workspace, for whoever may; otherwise the answer to give.</summary>
    public static async Task<(Idea Idea, IResult? Instead)> OpenIdea(this Visit visit, PlatformDb db, string slug, params string[] roles) =>
        !visit.Is(roles.Length == 0 ? [Role.Coordinator, Role.Director] : roles) ? (null!, visit.Refuse())
        : await db.Idea(slug, visit.Http.RequestAborted) is { State: not IdeaState.Withdrawn } idea ? (idea, null)
        : (null!, visit.NotFound());

    /// <summary>Does it again on what is stored by then, when somebody else was quicker.</summary>
    public static async Task<T> Again<T>(this PlatformDb db, Func<Task<T>> attempt)
    {
        for (var left = MostAttempts; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (DbUpdateException e) when (left > 0 && (e is DbUpdateConcurrencyException || db.IsDuplicate(e)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
