using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Stakeholders;

/// <summary>
/// How much of the directory somebody sees. The Director and every coordinator read all of it; co-leads and members read
/// the part of their groups, members the names and roles alone. Contact data is seen inside the group only: by who
/// coordinates it today, and by who leads it.
/// </summary>
/// <param name="Own">The groups whose part they read, when it is not all.</param>
/// <param name="Inside">The groups whose contact data they see.</param>
/// <param name="Coordinated">The groups in their charge today.</param>
/// <param name="Led">The groups that they lead.</param>
public sealed record Reader(bool All, bool Directs, IReadOnlySet<Guid> Own, IReadOnlySet<Guid> Inside, IReadOnlySet<Guid> Coordinated, IReadOnlySet<Guid> Led)
{
    public bool Reads => All || Own.Count > 0;

    /// <summary>Adds entries and looks for duplicates.</summary>
    public bool Works => All;

    public bool MayRead(EntryRoles roles) => All || roles.Groups.Overlaps(Own);

    /// <summary>More than name and role.</summary>
    public bool MayOpen(EntryRoles roles) => All || roles.Groups.Overlaps(Led);

    public bool SeesContact(EntryRoles roles) => roles.Groups.Overlaps(Inside);

    /// <summary>The Director everywhere; a coordinator what belongs to their groups, and what belongs to none.</summary>
    public bool MayWrite(EntryRoles roles) => Directs || (All && (roles.Groups.Count == 0 || roles.Groups.Overlaps(Coordinated)));
}

/// <summary>Reads once a request how much the visitor sees.</summary>
internal sealed class Reach(Visit visit, OwnGroups own)
{
    private Reader? _reader;

    public async Task<Reader> Read(CancellationToken stop = default)
    {
        if (_reader is not null)
        {
            return _reader;
        }

        HashSet<Guid> none = [];
        if (visit.Who is null)
        {
            return _reader = new(false, false, none, none, none, none);
        }

        var (directs, coordinates) = (visit.Is(Role.Director), visit.Is(Role.Coordinator));
        var coordinated = coordinates ? await own.Coordinated(stop) : none;
        var led = await own.Led(stop);
        return _reader = new(directs || coordinates, directs, await own.Entered(stop), coordinated.Union(led).ToHashSet(), coordinated, led);
    }
}
