using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Stakeholders;

/// <summary>What is asked of the list.</summary>
public sealed record Asked(string? Words, Guid? Group, StakeholderKind? Kind, string? Language, string? Skill, bool Leaving);

/// <summary>An entry in the list, with what this reader may see of it.</summary>
/// <param name="Organisation">The name of a person's organisation.</param>
/// <param name="Contact">Nothing for who is not inside the group.</param>
/// <param name="Open">More than name and role.</param>
public sealed record Row(Stakeholder Entry, string? Organisation, EntryRoles Roles, DateOnly? LastContact, ContactData Contact, bool Open);

/// <summary>Finds entries for the list: always the same number of queries, whatever it finds.</summary>
internal sealed class StakeholderSearch(PlatformDb db, RoleBook book, Removal removal, SkillShelf skills, People people, Clock clock)
{
    /// <param name="asked">What is looked for.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="skip">How many are left out at the beginning.</param>
    /// <param name="take">How many at most; all when null.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<(IReadOnlyList<Row> Rows, int Count)> Find(Asked asked, Reader reader, int skip, int? take, CancellationToken stop)
    {
        var found = await Query(asked, reader, stop);
        var count = await found.CountAsync(stop);
        var ordered = found.OrderBy(s => s.Folded).ThenBy(s => s.Id).Skip(skip);
        return (await Rows(await (take is { } most ? ordered.Take(most) : ordered).Include(s => s.Roles).Include(s => s.Consents).AsNoTracking().AsSplitQuery().ToListAsync(stop), reader, stop), count);
    }

    public async Task<IReadOnlyList<Row>> Rows(IReadOnlyList<Stakeholder> entries, Reader reader, CancellationToken stop)
    {
        var (ids, organisations) = (entries.Select(e => e.Id).ToList(), entries.Select(e => e.OrganisationId).OfType<Guid>().Distinct().ToList());
        var roles = await book.Of(entries, stop);
        var names = await db.Set<Stakeholder>().Where(s => EF.Parameter(organisations).Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, stop);
        var last = await db.Set<ContactNote>().Where(c => EF.Parameter(ids).Contains(c.StakeholderId)).GroupBy(c => c.StakeholderId).Select(g => new { g.Key, On = g.Max(c => c.On) }).ToDictionaryAsync(c => c.Key, c => c.On, stop);
        var accounts = await people.Cards(entries.Where(e => reader.SeesContact(roles[e.Id])).Select(e => e.PersonId).OfType<Guid>(), stop);
        return [.. entries.Select(e => new Row(e, e.OrganisationId is { } id ? names.GetValueOrDefault(id) : null, roles[e.Id],
            last.TryGetValue(e.Id, out var on) ? on : null, reader.SeesContact(roles[e.Id]) ? ContactOf(e, accounts) : ContactData.None, reader.MayOpen(roles[e.Id])))];
    }

    /// <summary>How to reach an entry; whoever has an account by its address, unless consent was withdrawn.</summary>
    public static ContactData ContactOf(Stakeholder entry, IReadOnlyDictionary<Guid, PersonCard> accounts) =>
        entry.Email is null && entry.PersonId is { } id && accounts.GetValueOrDefault(id) is { Erased: false } card && entry.LastConsent is not { State: ConsentState.Withdrawn }
            ? entry.Contact with { Email = card.Email } : entry.Contact;

    /// <summary>How many entries have a role in a group today.</summary>
    public async Task<int> CountIn(Guid group, CancellationToken stop) => await In(db.Set<Stakeholder>().Present(), await book.Around([group], stop)).CountAsync(stop);

    /// <summary>Those with a role in some groups today, directly or through a project.</summary>
    public IQueryable<Stakeholder> In(IQueryable<Stakeholder> entries, Circle circle)
    {
        var (groups, projects, members, names, today) = (circle.Groups, circle.Projects, circle.People, circle.Names, clock.Today);
        return entries.Where(s => s.Roles.Any(r => (r.Until == null || r.Until > today) && (EF.Parameter(groups).Contains(r.GroupId) || EF.Parameter(projects).Contains(r.ProjectId)))
            || (s.PersonId != null && EF.Parameter(members).Contains(s.PersonId))
            || (s.Type == StakeholderKind.Organisation && EF.Parameter(names).Contains(s.NameKey)));
    }

    private async Task<IQueryable<Stakeholder>> Query(Asked asked, Reader reader, CancellationToken stop)
    {
        var found = db.Set<Stakeholder>().Present();
        if (!reader.All)
        {
            found = In(found, await book.Around(reader.Own, stop));
        }

        if (asked.Group is { } group)
        {
            found = In(found, await book.Around([group], stop));
        }

        if (asked.Kind is { } kind)
        {
            found = found.Where(s => s.Type == kind);
        }

        if (asked.Language is { } language)
        {
            found = found.Where(s => s.Languages.Contains(language));
        }

        if (asked.Skill is { } skill)
        {
            var spellings = await skills.Spellings(skill, stop);
            found = found.Where(s => s.Skills.Any(k => EF.Parameter(spellings).Contains(k)));
        }

        if (asked.Leaving)
        {
            var leaving = await removal.Leaving(stop);
            found = found.Where(s => EF.Parameter(leaving).Contains(s.Id));
        }

        return asked.Words is { } words ? await Matching(found, words, reader, stop) : found;
    }

    /// <summary>
    /// Every word in the name, the skills or the organisation's name. A whole address finds somebody only where the
    /// reader sees their address anyway; a part of one finds nobody.
    /// </summary>
    private async Task<IQueryable<Stakeholder>> Matching(IQueryable<Stakeholder> found, string words, Reader reader, CancellationToken stop)
    {
        if (words.Contains('@', StringComparison.Ordinal))
        {
            var (key, account) = (Keys.Email(words), (await people.ByEmail(words, stop))?.Id);
            return In(found.Where(s => (key != null && s.EmailKey == key) || (account != null && s.PersonId == account && s.EmailKey == null)), await book.Around(reader.Inside, stop));
        }

        var parts = Fold.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8);
        if (!reader.All && reader.Led.Count == 0)
        {
            return parts.Aggregate(found, (rest, word) => rest.Where(s => s.NameKey.Contains(word))); // who does not read skills does not find people by them
        }

        return parts.Aggregate(found, (rest, word) =>
            rest.Where(s => s.Folded.Contains(word) || db.Set<Stakeholder>().Any(o => o.Id == s.OrganisationId && o.Folded.Contains(word))));
    }
}
