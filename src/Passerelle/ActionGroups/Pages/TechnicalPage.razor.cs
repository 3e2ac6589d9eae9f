using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using Passerelle.Territory.Map;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>
/// A technical group: first its kind, then what it is for. A Proximity group begins with a commune: those that
/// adjoin it across the border are proposed, with their mayors.
/// </summary>
public sealed partial class TechnicalPage
{
    public static IReadOnlyList<GroupKind> Kinds { get; } = [GroupKind.Proximity, GroupKind.EuropeanConsultation, GroupKind.Other];

    public sealed record View(
        Form Form, GroupKind? Kind, CommuneList Communes, CommuneCard? Chosen, IReadOnlyList<CommuneCard> Across,
        IReadOnlyDictionary<string, PersonCard> Mayors, IReadOnlyList<ShelvedGroup> Groups, MapDrawing? Drawing);

    internal static async Task<IResult> Get(Visit visit, Communes communes, Offices offices, People people, TerritoryMap map, GroupShelf shelf)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return visit.Refuse();
        }

        var view = await Fresh(Form.Of(("standing", nameof(Standing.Carried)), ("parents", visit.Query("parent"))), visit, communes, offices, people, map, shelf);
        view.Form.SetAll("communes", view.Chosen is null ? [] : [view.Chosen.Code, .. view.Across.Select(c => c.Code)]);
        return Show(view);
    }

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, Communes communes, Offices offices, People people, Mandates mandates, TerritoryMap map, GroupShelf shelf, HttpContext http)
    {
        if (!visit.Is(Role.Director, Role.Coordinator))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var view = await Fresh(form, visit, communes, offices, people, map, shelf);
        if (view.Kind is not { } kind || (kind == GroupKind.Proximity && view.Chosen is null))
        {
            return visit.Go("/desk/groups/new-technical");
        }

        var (name, purpose) = (form.Localized("name", max: 120), form.Localized("purpose", max: 3000));
        var european = kind == GroupKind.EuropeanConsultation ? form.Localized("european", max: 200) : LocalizedText.Empty();
        var (standing, sunset) = (form.Choice<Standing>("standing"), form.Date("sunset"));
        var input = new TechnicalInput(form, view);
        var (codes, guests, parents) = (input.Communes(), input.Guests(), input.Parents());
        if (!form.Ok)
        {
            return Show(view, form);
        }

        // Sent twice, or a name that somebody else gives a group at that moment: once more, with what is stored by then.
        var once = form.Once;
        return await db.Again(async () =>
        {
            if (await db.GroupSlug(once) is { } sent)
            {
                return visit.Go($"/desk/groups/{sent}");
            }

            var slug = await db.FreeSlug(name.SourceValue);
            Group? group = null;
            if (!form.Try(() => group = Group.Derive(once, kind, slug, name, purpose, standing!.Value, sunset, european, codes, guests, visit.Today, visit.Act)))
            {
                return Show(view, form);
            }

            if (visit.Is(Role.Coordinator))
            {
                group!.Assign(visit.Who!.Id, visit.Today, null, deputy: false, visit.Act);
            }

            if (kind == GroupKind.Proximity)
            {
                await Seat(group!, codes, view, mandates, visit);
            }

            db.Add(group!);
            db.AddRange(parents.Select(parent => new Lineage { From = parent, To = once, Kind = LineageKind.Derivation, On = visit.Today }));
            await db.SaveChangesAsync();
            return visit.Done($"/desk/groups/{slug}", T("tech.done"), T("desk.public"), Href.To($"/groups/{slug}"));
        });
    }

    /// <summary>The mayors of the communes that take part become members, by the mandate that their office is.</summary>
    private static async Task Seat(Group group, IReadOnlyList<string> codes, View view, Mandates mandates, Visit visit)
    {
        var seated = codes.Where(view.Mayors.ContainsKey).Select(c => (Commune: view.Communes[c]!, Mayor: view.Mayors[c])).DistinctBy(s => s.Mayor.Id).ToList();
        var known = await mandates.Of(seated.Select(s => s.Mayor.Id));
        foreach (var (commune, mayor) in seated)
        {
            if (!known[mayor.Id].Any(m => m.Commune == commune.Code && m.IsOn(visit.Today)))
            {
                mandates.DeclareOffice(mayor.Id, Function(commune), commune.Code, visit.Today, visit.Act);
            }

            group.Welcome(mayor.Id, College.Elected, null, hasMandate: true, visit.Today, visit.Act);
        }
    }

    private static LocalizedText Function(CommuneCard commune) =>
        LocalizedText.Worded(() => T(commune.Country == "FR" ? "tech.mayor.fr" : "tech.mayor.be"), commune.OfficialLanguage);

    private static async Task<View> Fresh(Form form, Visit visit, Communes communes, Offices offices, People people, TerritoryMap map, GroupShelf shelf)
    {
        var kind = visit.Query<GroupKind>("kind") is { } asked && Kinds.Contains(asked) ? asked : (GroupKind?)null;
        var list = await communes.On(visit.Today);
        var chosen = kind == GroupKind.Proximity && visit.Query("commune") is { } code && list.Has(code) && list.AcrossTheBorder(code).Count > 0 ? list[code] : null;
        var across = chosen is null ? [] : list.AcrossTheBorder(chosen.Code);
        var holders = chosen is null ? new Dictionary<string, Guid>() : await offices.Mayors(across.Append(chosen).Select(c => c.Code), visit.Today);
        var cards = await people.Cards(holders.Values);
        var mayors = holders.Where(h => cards.ContainsKey(h.Value)).ToDictionary(h => h.Key, h => cards[h.Value], StringComparer.Ordinal);
        var groups = (await shelf.Read()).Shown.Where(g => g.IsAction && g.IsActive).ToList();
        return new(form, kind, list, chosen, across, mayors, groups, chosen is null ? null : await map.Drawing(visit.Today));
    }

    private IEnumerable<CommuneCard> Border => Model.Communes.All.Where(c => Model.Communes.AcrossTheBorder(c.Code).Count > 0);

    private IReadOnlyList<(string, string)> Mayors =>
        [.. Model.Across.Prepend(Model.Chosen!).Select(c => (c.Code, Model.Mayors.TryGetValue(c.Code, out var mayor) ? $"{c.Here} – {mayor.Name}" : T("tech.mayor.unknown", c.Here)))];

    private IReadOnlyList<(string, string)> Parents =>
        [.. Model.Groups.Select(g => (g.Id.ToString(), g.Name.Read(Language.Content).Value)).OrderBy(g => g.Value, StringComparer.CurrentCulture)];

    private IReadOnlyList<MapCommune> OnMap =>
        [.. Model.Across.Prepend(Model.Chosen!).Select(c => new MapCommune(c.Code, c.Here, Href.To($"/territory/communes/{c.Code}"), c.Side, Model.Communes.SideOf(c.Side)?.Name.Read(Language.Content).Value ?? "", Weight: c.Population, Highlighted: true))];

    private static string Address(GroupKind kind) => Href.To($"/desk/groups/new-technical?kind={kind}");

    private static IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string>
    {
        ["name"] = T("propose.name"),
        ["purpose"] = T("tech.purpose"),
        ["european"] = T("tech.european"),
        ["standing"] = T("tech.standing"),
        ["sunset"] = T("tech.sunset"),
        ["communes"] = T("tech.communes"),
        ["guests"] = T("tech.guests"),
        ["parents"] = T("tech.parents"),
    };
}
