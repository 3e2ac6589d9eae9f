using Microsoft.AspNetCore.Components;
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
    public sealed record View(
        Group Group, IReadOnlyDictionary<Guid, PersonCard> People, ProgrammeView Programme, CommuneList Communes, MapDrawing? Drawing,
        IReadOnlyList<PostCardView> News, IReadOnlyList<ShelvedGroup> Parents, IReadOnlyList<ShelvedGroup> Derived, LineageView? Lineage,
        IReadOnlyList<RenderFragment> Cards);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, GroupPageReading reading, HttpContext http)
    {
        if (await reading.Read(slug, visit, http.RequestAborted) is not { } view)
        {
            return await visit.Moved(db, slug);
        }

        http.ShowUntil([view.Group.NextAt], visit.Now);
        return Show(view);
    }

    /// <summary>The page on paper.</summary>
    internal static async Task<IResult> Pdf(string slug, Visit visit, PlatformDb db, GroupPageReading reading, PdfPrinter printer, HttpContext http) =>
        await reading.Read(slug, visit, http.RequestAborted) is { } view
            ? await printer.Answer<GroupPage>(new() { [nameof(Model)] = view }, $"{slug}-{Language.Interface}.pdf", http.RequestAborted)
            : await visit.Moved(db, slug, "/pdf");

    private Group Group => Model.Group;

    private ThemeCard? Theme => Group.Theme is { } code ? Model.Programme.Theme(code) : null;

    private IReadOnlyList<ThemeCard> OtherThemes => [.. Group.OtherThemes.Select(Model.Programme.Theme).OfType<ThemeCard>()];

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
    [.. Enum.GetValues<College>().Select(c => (College: c, Count: Group.Present.Count(m => m.College == c)))
        .Select(c => new BarPart(c.Count == 1 ? T($"collegeone.{c.College}") : CollegeName(c.College).ToLower(System.Globalization.CultureInfo.CurrentCulture), c.Count, Tone(c.College)))];

    private IReadOnlyList<BarPart> Sides =>
    [.. Model.Communes.Sides.Select((s, place) => new BarPart(s.Name.Read(Language.Content).Value, Group.Present.Count(m => Model.People.GetValueOrDefault(m.PersonId)?.Side == s.Code), $"side-{place % 4 + 1}"))];

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

    private IEnumerable<(string Name, string Note)> Coordinators =>
        Group.CoordinatorsOn(Visit.Today).Where(c => Model.People.ContainsKey(c.PersonId)).OrderBy(c => c.Deputy)
            .Select(c => (Model.People[c.PersonId].Name, T(c.Deputy ? "group.deputy" : "group.coordinator")));

    /// <summary>What the pair lacks, in words: one co-lead, or both.</summary>
    private string Missing => Say.All([.. Group.MissingInPair.Select(c => T($"evo.missing.{c}"))]);
}
