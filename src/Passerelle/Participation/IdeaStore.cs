using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Participation;

/// <summary>Loads ideas, and says who may do what with one.</summary>
internal static class IdeaStore
{
    private const int MostHops = 20;

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
        return Slug.Free(stem, taken);
    }

    /// <summary>Coordinators and the Director look at what was sent.</summary>
    public static bool MayTriage(this Visit visit) => visit.Is(Role.Coordinator, Role.Director);

    /// <summary>Everybody what is shown; its authors, and who decides on it, what is not.</summary>
    public static bool MayRead(this Visit visit, Idea idea) =>
        idea.IsShown || (visit.Who is { } who && idea.Authors.Contains(who.Id) && idea.State != IdeaState.Withdrawn) || (visit.Is(Role.Moderator, Role.Director) && idea.State != IdeaState.Withdrawn);

    /// <summary>Who refuses it or merges it into another: once a group wants it, the Director alone.</summary>
    public static bool MayEnd(this Visit visit, Idea idea) => visit.Is(Role.Director) || (visit.MayTriage() && idea.State != IdeaState.Consented);

    /// <summary>The idea of an address or, since it was merged, the one in which it goes on; null where this reader sees none.</summary>
    public static async Task<Idea?> LivingIdea(this Visit visit, PlatformDb db, string slug)
    {
        var idea = await db.Idea(slug) is { } asked && visit.MayRead(asked) ? asked : null;
        for (var hops = 0; idea?.MergedInto is { } next && hops < MostHops; hops++)
        {
            var other = await db.Set<Idea>().Include(i => i.Views).FirstAsync(i => i.Id == next);
            if (!visit.MayRead(other))
            {
                break;
            }

            idea = other;
        }

        return idea;
    }

    /// <summary>The idea of a page in the workspace, for whoever may; otherwise the answer to give.</summary>
    public static async Task<(Idea Idea, IResult? Instead)> OpenIdea(this Visit visit, PlatformDb db, string slug, params string[] roles) =>
        !visit.Is(roles.Length == 0 ? [Role.Coordinator, Role.Director] : roles) ? (null!, visit.Refuse())
        : await db.Idea(slug, visit.Http.RequestAborted) is { } idea && visit.MayRead(idea) ? (idea, null)
        : (null!, visit.NotFound());

    /// <summary>The same for who refuses it or merges it into another.</summary>
    public static async Task<(Idea Idea, IResult? Instead)> OpenToEnd(this Visit visit, PlatformDb db, string slug) =>
        await visit.OpenIdea(db, slug) is var (idea, instead) && instead is null && !visit.MayEnd(idea) ? (idea, visit.Refuse()) : (idea, instead);

    /// <summary>
    /// After an act that was not done: whether the same person had just done the same, so that a form sent twice has one
    /// effect and leads to the same page.
    /// </summary>
    /// <param name="version">The version from which the form was drawn: whoever looks at the newest one sends nothing twice.</param>
    /// <param name="act">The name of the act's event.</param>
    /// <param name="same">Whether the idea stands as this form would have it.</param>
    public static async Task<bool> SentTwice(this Visit visit, PlatformDb db, string slug, int version, string act, Func<Idea, bool> same)
    {
        var (me, stop) = (visit.Who!.Id, visit.Http.RequestAborted);
        return await db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Slug == slug, stop) is { } now && version > 0 && now.Version > version && same(now)
            && await db.Events.AnyAsync(e => e.SubjectId == now.Id && e.Name == act && e.ActorId == me, stop);
    }
}
