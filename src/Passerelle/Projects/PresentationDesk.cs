using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;

namespace Passerelle.Projects;

/// <summary>A presentation with what it is about and the people of its group: what rights are asked of.</summary>
/// <param name="Project">What is presented; null for the group's work as a whole.</param>
/// <param name="IsSeated">Whether this reader sits on the body today.</param>
public sealed record OpenPresentation(Presentation Presentation, ProjectCard? Project, GroupCard Group, GroupCircle Circle, BodyCard? Body, bool IsSeated)
{
    public IReadOnlyList<Guid> Pair => Circle.Pair();

    public LocalizedText Subject => Project?.Name ?? Group.Name;

    public LocalizedText Audience => Body?.Name ?? Presentation.Circle;

    public IReadOnlyList<string> Missing => Presentation.State == PresentationState.Planned ? Presentation.Missing(new(Pair, Project?.HasCriterion ?? true)) : [];
}

/// <summary>Loads presentations, and says who may do what with them.</summary>
internal sealed class PresentationDesk(PlatformDb db, GroupList groups, OwnGroups own, ProjectList projects, BodyList bodies, Visit visit)
{
    public PlatformDb Db => db;

    public Task<Presentation?> Load(Guid id) => db.Set<Presentation>().Whole().FirstOrDefaultAsync(p => p.Id == id, visit.Http.RequestAborted);

    /// <summary>The presentation of a page, for whoever may; otherwise the answer to give.</summary>
    /// <param name="id">Which.</param>
    /// <param name="may">Who.</param>
    /// <param name="whileOpen">For a page that has nothing to ask once it was given or cancelled.</param>
    public async Task<(OpenPresentation Open, IResult? Answer)> Open(Guid id, Func<OpenPresentation, bool> may, bool whileOpen = false)
    {
        if (await Load(id) is not { } presentation)
        {
            return (null!, visit.NotFound());
        }

        var open = (await With([presentation]))[0];
        return (open, !may(open) ? visit.Refuse() : whileOpen && !presentation.IsOpen ? visit.Go($"/desk/presentations/{id}") : null);
    }

    /// <summary>Each with what belongs to it, in as many queries for one as for a hundred.</summary>
    public async Task<IReadOnlyList<OpenPresentation>> With(IReadOnlyList<Presentation> presentations)
    {
        var stop = visit.Http.RequestAborted;
        var (all, circles) = (await groups.All(stop), await groups.Circles(presentations.Select(p => p.GroupId), stop));
        var cards = (await projects.All(stop)).ToDictionary(p => p.Id);
        var named = presentations.Any(p => p.Body is not null) ? (await bodies.All(stop)).ToDictionary(b => b.Id) : [];
        var seats = visit.Who is { } who && named.Count > 0 && !visit.Is(PresentationAccess.Agency) ? await bodies.SeatsOf(who.Id, visit.Today, stop) : new HashSet<string>();
        return [.. presentations.Select(p => new OpenPresentation(
            p, p.ProjectId is { } project ? cards.GetValueOrDefault(project) : null, all[p.GroupId], circles[p.GroupId],
            p.Body is { } body ? named.GetValueOrDefault(body) : null, p.Body is { } code && seats.Contains(code)))];
    }

    /// <summary>What it depends on, as the database has it now: for an act, which must not go by what is kept in memory.</summary>
    public Task<PresentationFacts> FactsOf(Presentation presentation) => FactsOf(presentation.GroupId, presentation.ProjectId);

    public async Task<PresentationFacts> FactsOf(Guid group, Guid? project)
    {
        var stop = visit.Http.RequestAborted;
        var promised = project is null ? null : await db.Set<Project>().AsNoTracking().Where(p => p.Id == project).Select(p => new { p.Criterion }).SingleAsync(stop);
        return new((await groups.Circle(group, stop)).Pair(), promised?.Criterion.IsEmpty != true);
    }

    /// <summary>Whether the group leads the project, and did not abandon it.</summary>
    public Task<bool> Presents(Guid group, Guid project) =>
        db.Set<Project>().AnyAsync(p => p.Id == project && p.LeadGroup == group && p.Phase != Phase.Abandoned, visit.Http.RequestAborted);

    /// <summary>The groups for which this person plans presentations: those they coordinate or lead, all for the Director.</summary>
    public async Task<IReadOnlyList<GroupCard>> Own()
    {
        var mine = await Guided();
        return [.. (await groups.All(visit.Http.RequestAborted)).Values.Where(g => g.IsActive && g.IsAction && (visit.Is(Role.Director) || mine.Contains(g.Id))).OrderBy(g => g.Here, StringComparer.CurrentCulture)];
    }

    /// <summary>A page of those that this person may read, those to come first; and how many there are.</summary>
    /// <param name="theirs">Only those of their groups, and those that they give.</param>
    /// <param name="skip">How many stand before the page.</param>
    /// <param name="take">How many stand on it.</param>
    public async Task<(IReadOnlyList<OpenPresentation> Shown, int Count)> Page(bool theirs, int skip, int take)
    {
        var (stop, me) = (visit.Http.RequestAborted, visit.Who!.Id);
        var read = db.Set<Presentation>().AsNoTracking();
        if (theirs)
        {
            List<Guid> mine = [.. await own.Guided(stop)];
            read = read.Where(p => EF.Parameter(mine).Contains(p.GroupId) || p.Presenters.Any(x => x.PersonId == me));
        }

        if (!visit.Is(PresentationAccess.Agency))
        {
            List<Guid> mine = [.. await Guided()];
            List<string> seats = [.. await bodies.SeatsOf(me, visit.Today, stop)];
            read = read.Where(p => EF.Parameter(mine).Contains(p.GroupId) || (p.Body != null && EF.Parameter(seats).Contains(p.Body))
                || p.Presenters.Any(x => x.PersonId == me) || p.Questions.Any(q => q.Owner == me));
        }

        var count = await read.CountAsync(stop);
        var page = count == 0 ? [] : await read.Include(p => p.Presenters).Include(p => p.Slides).AsSplitQuery()
            .OrderBy(p => p.State == PresentationState.Planned || p.State == PresentationState.Ready ? 0 : 1).ThenBy(p => p.At == null)
            .ThenBy(p => p.State == PresentationState.Planned || p.State == PresentationState.Ready ? p.At : null).ThenByDescending(p => p.At).ThenBy(p => p.Id)
            .Skip(skip).Take(take).ToListAsync(stop);
        return (await With(page), count);
    }

    /// <summary>Those they plan for; a charge counts while one is a coordinator, as in <see cref="PresentationAccess"/>.</summary>
    private Task<IReadOnlySet<Guid>> Guided() =>
        visit.Is(Role.Coordinator) ? own.Guided(visit.Http.RequestAborted) : own.Led(visit.Http.RequestAborted);

    public Task<IReadOnlyList<BodyCard>> Bodies() => bodies.All(visit.Http.RequestAborted);
}

internal static class PresentationAccess
{
    /// <summary>Those of the agency who read every presentation.</summary>
    public static readonly string[] Agency = [Role.Director, Role.Coordinator, Role.CommunicationOfficer, Role.Translator, Role.Proofreader];

    public static IQueryable<Presentation> Whole(this IQueryable<Presentation> presentations) =>
        presentations.Include(p => p.Presenters).Include(p => p.Slides).Include(p => p.Questions).AsSplitQuery();

    /// <summary>The two who lead a group today, as far as they are there.</summary>
    public static IReadOnlyList<Guid> Pair(this GroupCircle circle) => [.. new[] { circle.Elected, circle.CivilSociety }.OfType<Guid>()];

    public static bool MayChange(this Visit visit, GroupCircle circle) =>
        visit.Is(Role.Director) || (visit.Is(Role.Coordinator) && visit.Who is { } who && circle.Coordinators.Contains(who.Id));

    /// <summary>Who coordinates the group, the Director, and the two who lead it.</summary>
    public static bool MayPlan(this Visit visit, GroupCircle circle) => visit.MayChange(circle) || (visit.Who is { } who && circle.IsLedBy(who.Id));

    /// <summary>Plans anew, records what became of it: the coordinator and the Director.</summary>
    public static bool MayChange(this Visit visit, OpenPresentation open) => visit.MayChange(open.Circle);

    /// <summary>Brings slides and declares it ready: the pair too.</summary>
    public static bool MayPrepare(this Visit visit, OpenPresentation open) => visit.MayPlan(open.Circle);

    /// <summary>The agency, those who prepare or give it, those who see to a question, and those who sit on the body.</summary>
    public static bool MayRead(this Visit visit, OpenPresentation open) =>
        visit.Is(Agency) || visit.MayPrepare(open) || open.IsSeated || (visit.Who is { } who && (open.Presentation.Presenters.Exists(p => p.PersonId == who.Id) || open.Presentation.Questions.Exists(q => q.Owner == who.Id)));
}
