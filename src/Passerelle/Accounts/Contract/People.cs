using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Accounts.Contract;

/// <summary>The people with an account, for other capabilities.</summary>
public sealed class People(PlatformDb db, Clock clock)
{
    private static readonly Func<PlatformDb, List<Guid>, IAsyncEnumerable<PersonCard>> Named =
        EF.CompileAsyncQuery((PlatformDb db, List<Guid> ids) => db.Set<Person>().Where(p => ids.Contains(p.Id))
            .Select(p => Person.CardOf(p.Id, p.GivenName, p.FamilyName, p.Pseudonym, p.Language, p.Side, p.Commune, p.Organisation, p.Email, p.ErasedAt)));

    /// <summary>A mail address as addresses are compared.</summary>
    public static string KeyOf(string email) => Person.Normal(email);

    /// <summary>The cards of a set of ids, in one query; an id that nobody has is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonCard>> Cards(IEnumerable<Guid> ids, CancellationToken stop = default)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0 ? new Dictionary<Guid, PersonCard>()
            : await Named(db, wanted).ToDictionaryAsync(p => p.Id, cancellationToken: stop);
    }

    /// <summary>Who holds a role today. The grants are few and the people many: asked from the grants, the database does not walk through the people.</summary>
    public Task<IReadOnlyList<PersonCard>> WithRole(string role, CancellationToken stop = default)
    {
        var today = clock.Today;
        var holders = db.Set<RoleGrant>().Where(g => g.Role == role && g.From <= today && (g.Until == null || g.Until >= today)).Select(g => g.PersonId);
        return Load(Persons.Where(p => holders.Contains(p.Id)), stop);
    }

    /// <summary>People whose name and organisation hold every word, accents and case ignored, or whose whole address it is.</summary>
    public async Task<IReadOnlyList<PersonCard>> Search(string words, int most = 20, CancellationToken stop = default) =>
        await Load(Persons.Where(p => p.ErasedAt == null).Matching(words).OrderBy(p => p.Folded).Take(most), stop);

    /// <summary>Since when somebody has the account.</summary>
    public Task<DateTimeOffset?> RegisteredAt(Guid person, CancellationToken stop = default) =>
        Persons.Where(p => p.Id == person && p.ErasedAt == null).Select(p => (DateTimeOffset?)p.RegisteredAt).FirstOrDefaultAsync(stop);

    public async Task<PersonCard?> ByEmail(string email, CancellationToken stop = default)
    {
        var normal = Person.Normal(email);
        return await Load(Persons.Where(p => p.NormalizedEmail == normal), stop) is [var found] ? found : null;
    }

    /// <summary>
    /// Finds or creates the account of an address that its owner has proven, such as by following an invitation's
    /// link. A new account is written with the caller's save.
    /// </summary>
    public async Task<PersonCard> Ensure(string email, string name, string language, string? side = null, string? commune = null, string? organisation = null, CancellationToken stop = default)
    {
        if (await ByEmail(email, stop) is { } known)
        {
            return known;
        }

        var space = name.Trim().IndexOf(' ', StringComparison.Ordinal);
        var (given, family) = space < 0 ? (name.Trim(), "") : (name.Trim()[..space], name.Trim()[(space + 1)..]);
        var person = Person.Register(new(given, family, email, language, side, commune, organisation), clock.Now);
        db.Add(person);
        return person.Card();
    }

    private IQueryable<Person> Persons => db.Set<Person>().AsNoTracking();

    /// <summary>Sorted as the language of the moment sorts names.</summary>
    private static async Task<IReadOnlyList<PersonCard>> Load(IQueryable<Person> persons, CancellationToken stop) =>
        [.. (await persons.ToListAsync(stop)).Select(p => p.Card()).OrderBy(c => c.Name, StringComparer.Create(Language.Culture(Language.Interface), ignoreCase: true))];
}
