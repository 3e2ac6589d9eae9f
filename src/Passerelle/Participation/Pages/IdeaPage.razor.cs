using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>An idea for everybody: what it says, how the actors see it, what became of it, and who supports it.</summary>
public sealed partial class IdeaPage
{
    public sealed record View(Idea Idea, int Supports, bool Supported, Idea? Into, GroupCard? Group, ProjectCard? Project,
        ProgrammeView Programme, IReadOnlyList<SideCard> Sides, IReadOnlyDictionary<Guid, PersonCard> People, string? Wrong = null);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, IdeaReading reading) =>
        await db.Idea(slug, visit.Http.RequestAborted) is { } idea && visit.MayRead(idea) ? Show(await reading.Of(idea, visit)) : visit.NotFound();

    /// <summary>Sent twice, or pressed in two windows at once, it counts once.</summary>
    public static async Task<IResult> Support(string slug, Visit visit, PlatformDb db, IdeaReading reading)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        if (await db.Idea(slug) is not { } idea || !visit.MayRead(idea))
        {
            return visit.NotFound();
        }

        try
        {
            if (!await db.Set<IdeaSupport>().AnyAsync(s => s.IdeaId == idea.Id && s.PersonId == who.Id))
            {
                db.Add(IdeaSupport.Give(idea, visit.Act));
                await db.SaveChangesAsync();
            }
        }
        catch (RuleBroken broken)
        {
            return Show(await reading.Of(idea, visit) with { Wrong = broken.Message }, StatusCodes.Status422UnprocessableEntity);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
        }

        return visit.Done($"/ideas/{slug}", T("support.done"));
    }

    public static async Task<IResult> TakeBack(string slug, Visit visit, PlatformDb db)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        if (await db.Idea(slug) is not { } idea || !visit.MayRead(idea))
        {
            return visit.NotFound();
        }

        try
        {
            if (await db.Set<IdeaSupport>().FirstOrDefaultAsync(s => s.IdeaId == idea.Id && s.PersonId == who.Id) is { } mine)
            {
                mine.TakeBack(visit.Act);
                db.Remove(mine);
                await db.SaveChangesAsync();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // taken back in another window
        }

        return visit.Done($"/ideas/{slug}", T("support.takenback"));
    }
}
