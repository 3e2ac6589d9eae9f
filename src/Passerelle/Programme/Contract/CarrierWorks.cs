using Passerelle.Platform.Localization;

namespace Passerelle.Programme.Contract;

/// <summary>What a group makes of the actions that it carries: a project, as the programme's pages show it.</summary>
/// <param name="State">Where it stands, in words of the reader's language.</param>
public sealed record WorkCard(LocalizedText Name, string Path, string? State = null);

/// <summary>
/// The last step from an orientation to what comes of it. The capability that knows the projects derives from this and
/// registers itself; a page asks once for all the groups that it shows.
/// </summary>
public abstract class CarrierWorks
{
    /// <summary>By the id of the group; a group without any is absent.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, IReadOnlyList<WorkCard>>> Of(IReadOnlyCollection<Guid> carriers, CancellationToken stop = default);
}
