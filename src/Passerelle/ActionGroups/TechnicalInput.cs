using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>What somebody ticked and typed about a technical group, held against the territory and the groups.</summary>
internal sealed class TechnicalInput(Form form, TechnicalPage.View view)
{
    private const int MostGuests = 20;
    private const int GuestLimit = 120;

    /// <summary>Communes of the territory; of a Proximity group, the chosen one and those across the border from it.</summary>
    public IReadOnlyList<string> Communes()
    {
        var ticked = form.All("communes").Where(c => c.Length > 0).Distinct().ToList();
        if (view.Kind != GroupKind.Proximity)
        {
            if (!ticked.TrueForAll(view.Communes.Has))
            {
                form.Fail("communes", T("tech.commune.unknown"));
            }

            return ticked;
        }

        if (ticked.Exists(c => c != view.Chosen!.Code && view.Across.All(a => a.Code != c)))
        {
            form.Fail("communes", T("tech.commune.across", view.Chosen!.Here));
        }
        else if (!ticked.Contains(view.Chosen!.Code) || ticked.Count < 2)
        {
            form.Fail("communes", T("tech.commune.both", view.Chosen.Here));
        }

        return ticked;
    }

    /// <summary>One a line. A commune of the territory is no guest.</summary>
    public IReadOnlyList<string> Guests()
    {
        if (view.Kind != GroupKind.Proximity)
        {
            return [];
        }

        var names = Clean.Text(form["guests"]).Split('\n').Select(Clean.Line).Where(n => n.Length > 0).Distinct().ToList();
        if (names.Count > MostGuests || names.Exists(n => n.Length > GuestLimit))
        {
            form.Fail("guests", T("tech.guest.long", MostGuests, GuestLimit));
        }

        var within = view.Communes.All.SelectMany(c => c.Name.Versions.Select(v => Fold.Of(v.Value))).ToHashSet(StringComparer.Ordinal);
        if (names.Find(n => within.Contains(Fold.Of(n))) is { } inside)
        {
            form.Fail("guests", T("tech.guest.inside", inside));
        }

        return names;
    }

    public IReadOnlyList<Guid> Parents()
    {
        var ids = form.All("parents").Where(p => p.Length > 0).Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty).Distinct().ToList();
        if (!ids.TrueForAll(id => view.Groups.Any(g => g.Id == id)))
        {
            form.Fail("parents", T("tech.parent.unknown"));
        }

        return ids;
    }
}
