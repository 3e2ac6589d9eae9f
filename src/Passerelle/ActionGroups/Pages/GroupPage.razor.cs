using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Map;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A group's public page: what for, who leads it, where it stands, who takes part, where, and how to join.</summary>
public sealed partial class GroupPage
{
    private const int News = 3;

    public sealed record NewsItem(Guid Id, Guid Author, DateTimeOffset At, LocalizedText Title, LocalizedText Body, int Comments);

    public sealed record View(
        Group Group, IReadOnlyDictionary<Guid, PersonCard> People, ProgrammeView Programme, CommuneList Communes, MapDrawing? Drawing, IReadOnlyList<NewsItem> News, LineageView? Lineage);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, Programmes programmes, Communes communes, TerritoryMap map, LineageReading lineage, HttpContext http)
    {
        if (await Read(slug, visit, db, people, programmes, communes, map, lineage, http.RequestAborted) is { } view)
        {
            return Show(view);
        }

        return await db.SuccessorOf(slug, http.RequestAborted) is { } successor
            ? Results.Redirect(Href.To($"/groups/{successor}"), permanent: true)
            : visit.NotFound();
    }

    /// <summary>The page on paper.</summary>
    public static async Task<IResult> Pdf(string slug, Visit visit, PlatformDb db, People people, Programmes programmes, Communes communes, TerritoryMap map, LineageReading lineage, PdfPrinter printer, HttpContext http)
    {
        if (await Read(slug, visit, db, people, programmes, communes, map, lineage, http.RequestAborted) is not { } view)
        {
            return visit.NotFound();
        }

        return await printer.Answer<GroupPage>(new() { [nameof(Model)] = view }, $"{slug}-{Language.Interface}.pdf", http.RequestAborted);
    }

    private static async Task<View?> Read(string slug, Visit visit, PlatformDb db, People people, Programmes programmes, Communes communes, TerritoryMap map, LineageReading lineage, CancellationToken stop)
    {
        if (await db.ReadGroup(slug, stop) is not { SuccessorId: null } group || !visit.MaySee(group))
        {
            return null;
        }

        var news = await db.Set<Post>().AsNoTracking()
            .Where(p => p.GroupId == group.Id && p.Audience == Audience.Public && p.WithdrawnAt == null)
            .OrderByDescending(p => p.At).Take(News)
            .Select(p => new NewsItem(p.Id, p.AuthorId, p.At, p.Title, p.Body, p.Comments.Count(c => c.RemovedAt == null)))
            .ToListAsync(stop);
        var cards = await people.Cards(
            group.Present.Select(m => m.PersonId).Concat(group.CoLeads.Select(c => c.PersonId)).Concat(group.Coordinators.Select(c => c.PersonId)).Concat(news.Select(n => n.Author)), stop);
        var list = await communes.On(visit.Today, stop);
        return new(group, cards, await programmes.Current(stop), list, group.Communes.Count > 0 ? await map.Drawing(visit.Today, stop) : null, news, await lineage.Of(group.Id, stop));
    }

    private Group Group => Model.Group;

    private ThemeCard? Theme => Group.Theme is { } code ? Model.Programme.Theme(code) : null;

    private AxisCard? Axis => Group.Theme is { } code ? Model.Programme.AxisOf(code) : null;

    private string Title => Group.Name.Read(Language.Content).Value;

    private IReadOnlyList<Crumb> Crumbs =>
    [
        new(T("groups.title"), Href.To("/groups")),
        .. Axis is { } axis ? [new Crumb(axis.Name.Read(Language.Content).Value, Href.To($"/programme/axes/{axis.Slug}"))] : Array.Empty<Crumb>(),
        new(Title),
    ];

    private IReadOnlyList<LifeStep> Steps
    {
        get
        {
            Phase[] order = [Phase.Imagine, Phase.Develop, Phase.Complete];
            var present = Array.IndexOf(order, Group.Phase is Phase.Completed ? Phase.Complete : Group.Phase);
            if (Group.Phase is Phase.Abandoned)
            {
                present = Array.IndexOf(order, Group.Phases.LastOrDefault(p => order.Contains(p.Phase))?.Phase ?? Phase.Imagine);
            }

            return [.. order.Select((phase, i) => new LifeStep(PhaseName(phase), State(i, present), Note(phase, i, present)))];
        }
    }

    private string State(int step, int present) =>
        Group.Phase is Phase.Completed || step < present ? "done"
        : step == present ? (Group.IsPaused || Group.Phase is Phase.Abandoned ? "halted" : "now")
        : "next";

    private string? Note(Phase phase, int step, int present)
    {
        if (phase == Phase.Complete && Group.Phase == Phase.Completed && Group.ClosedOn is { } closed)
        {
            return T("life.completed", Say.MonthYear(closed));
        }

        if (step == present && Group.IsPaused)
        {
            return T("life.paused", Say.MonthYear(Group.PausedOn!.Value));
        }

        var since = Group.Phases.LastOrDefault(p => p.Phase == phase)?.Since;
        return step <= present && since is { } day ? T("life.since", Say.MonthYear(day))
            : phase == Phase.Complete && Group.Horizon is { } horizon ? T("life.horizon", Say.MonthYear(horizon))
            : null;
    }

    private PairMember? Leader(College college)
    {
        if (Group.Pair.FirstOrDefault(p => p.College == college) is not { } lead || Model.People.GetValueOrDefault(lead.PersonId) is not { } card)
        {
            return null;
        }

        var side = SideName(card);
        return new(card.Name, side is null ? T($"collegeone.{college}") : $"{T($"collegeone.{college}")} · {side}");
    }

    private string? SideName(PersonCard card) => card.Side is { } side ? Model.Communes.SideOf(side)?.Name.Read(Language.Content).Value : null;

    private IReadOnlyList<BarPart> Colleges =>
    [.. Enum.GetValues<College>().Select(c => new BarPart(CollegeName(c).ToLower(System.Globalization.CultureInfo.CurrentCulture), Group.Present.Count(m => m.College == c), Tone(c)))];

    private IReadOnlyList<BarPart> Sides =>
    [.. Model.Communes.Sides.Select(s => new BarPart(s.Name.Read(Language.Content).Value, Group.Present.Count(m => Model.People.GetValueOrDefault(m.PersonId)?.Side == s.Code), s.Code))];

    internal static string Tone(College college) => college switch
    {
        College.Elected => "elected",
        College.CivilSociety => "civil",
        College.Citizen => "citizen",
        _ => "technician",
    };

    private IReadOnlyList<CommuneCard> Touched =>
        [.. Group.Communes.Select(c => Model.Communes[c]).OfType<CommuneCard>().OrderBy(c => c.Here, StringComparer.CurrentCulture)];

    private IReadOnlyList<MapCommune> OnMap =>
        [.. Touched.Select(c => new MapCommune(c.Code, c.Here, Href.To($"/territory/communes/{c.Code}"), c.Side, Model.Communes.SideOf(c.Side)?.Name.Read(Language.Content).Value ?? "", Weight: c.Population, Highlighted: true))];

    private IEnumerable<PersonCard> Coordinators => Group.CoordinatorsOn(Visit.Today).Select(c => Model.People.GetValueOrDefault(c.PersonId)).OfType<PersonCard>();
}
