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

    /// <summary>Sent twice, or pressed in two windows at once, it counts once; for an idea that was merged meanwhile, where it goes on.</summary>
    public static async Task<IResult> Support(string slug, Visit visit, PlatformDb db, IdeaReading reading)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        Idea? idea = null;
        try
        {
            await db.Again(() => db.Alone(async () =>
            {
                idea = await visit.LivingIdea(db, slug);
                if (idea is null || await Mine(db, idea, who.Id) is not null)
                {
                    return 0;
                }

                db.Add(IdeaSupport.Give(idea, visit.Act));
                return await db.SaveChangesAsync();
            }));
        }
        catch (RuleBroken broken)
        {
            return Show(await reading.Of(idea!, visit) with { Wrong = broken.Message }, StatusCodes.Status422UnprocessableEntity);
        }

        return idea is null ? visit.NotFound() : visit.Done($"/ideas/{idea.Slug}", T("support.done"));
    }

    public static async Task<IResult> TakeBack(string slug, Visit visit, PlatformDb db)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        Idea? idea = null;
        await db.Again(() => db.Alone(async () =>
        {
            idea = await visit.LivingIdea(db, slug);
            if (idea is null || await Mine(db, idea, who.Id) is not { } mine)
            {
                return 0;
            }

            mine.TakeBack(visit.Act);
            db.Remove(mine);
            return await db.SaveChangesAsync();
        }));
        return idea is null ? visit.NotFound() : visit.Done($"/ideas/{idea.Slug}", T("support.takenback"));
    }

    private static Task<IdeaSupport?> Mine(PlatformDb db, Idea idea, Guid person) =>
        db.Set<IdeaSupport>().FirstOrDefaultAsync(s => s.IdeaId == idea.Id && s.PersonId == person);
}
