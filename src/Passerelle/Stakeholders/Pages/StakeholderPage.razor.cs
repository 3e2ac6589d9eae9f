using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>One entry: who it is, what in which groups, when it was met, what it agreed to; how to reach it, for who may see that.</summary>
public sealed partial class StakeholderPage
{
    private const int Events = 40;

    public sealed record View(
        Opened Opened, (Guid Id, string Name)? Organisation, IReadOnlyList<(Guid Id, string Name)> People, ContactData Contact, bool AccountAddress,
        IReadOnlyList<(StakeholderMerge Merge, string Name)> Merges, IReadOnlyDictionary<Guid, PersonCard> Names, IReadOnlyList<HistoryLine> History);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Reach reach, RoleBook book, People people, EventWording wording)
    {
        var stop = visit.Http.RequestAborted;
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id);
        if (instead is not null)
        {
            return instead;
        }

        var entry = opened.Entry;
        List<Guid> from = [.. entry.Merges.Where(m => m.UndoneAt is null).Select(m => m.FromId)];
        var near = await db.Set<Stakeholder>().AsNoTracking().Where(s => s.Id == entry.OrganisationId || (s.OrganisationId == id && s.MergedInto == null && s.RemovedAt == null) || EF.Parameter(from).Contains(s.Id))
            .OrderBy(s => s.Folded).Select(s => new { s.Id, s.Name, s.OrganisationId, s.MergedInto }).ToListAsync(stop);
        var subjects = await db.MergedBelow(id, stop) is { Count: > 0 } below ? [id, .. below] : new List<Guid> { id };
        var events = await db.Events.AsNoTracking().Where(e => e.Kind == "stakeholder" && EF.Parameter(subjects).Contains(e.SubjectId)).OrderByDescending(e => e.Number).Take(Events).ToListAsync(stop);
        List<Guid> named = [.. entry.Contacts.Select(c => c.ById).Concat(entry.Merges.Select(m => m.ById)).OfType<Guid>(), .. opened.Contact && entry.PersonId is { } account ? [account] : Array.Empty<Guid>()];
        var names = await people.Cards(named, stop);
        return Show(new(opened,
            near.Find(n => n.Id == entry.OrganisationId) is { } organisation ? (organisation.Id, organisation.Name) : null,
            [.. near.Where(n => n.OrganisationId == id && n.MergedInto is null && n.Id != id).Select(n => (n.Id, n.Name))],
            opened.Contact ? StakeholderSearch.ContactOf(entry, names) : ContactData.None, entry.Email is null && entry.PersonId is not null,
            [.. entry.Merges.Where(m => m.UndoneAt is null).Select(m => (m, near.Find(n => n.Id == m.FromId)?.Name ?? "–"))],
            names, await wording.Of(events, stop)));
    }

    private Stakeholder Entry => Model.Opened.Entry;

    private string? NameOf(Guid? person) => Model.Names.NameOf(person);
}
