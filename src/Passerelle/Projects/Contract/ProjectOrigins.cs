using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Projects.Contract;

/// <summary>What a new project begins with.</summary>
/// <param name="Group">The group that wants it.</param>
public sealed record ProjectOrigin(Guid Id, Guid? Group, LocalizedText Name, LocalizedText Purpose);

/// <summary>
/// What a project can grow out of, such as a citizen's idea: «/desk/projects/new?from=id». The capability that keeps it
/// derives from this and registers itself.
/// </summary>
public abstract class ProjectOrigins
{
    /// <summary>Null when there is none of this id, or it already became a project.</summary>
    public abstract Task<ProjectOrigin?> Find(Guid id, CancellationToken stop);

    /// <summary>The project begins, in a group: said inside its transaction, and written with its save.</summary>
    public abstract Task Became(Guid id, Guid project, Guid group, Act act, CancellationToken stop);
}
