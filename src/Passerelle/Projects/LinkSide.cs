using Passerelle.Platform.Localization;

namespace Passerelle.Projects;

/// <summary>A stage at the end of a link, or of a project there.</summary>
public sealed record LinkedStage(Guid Id, Guid Project, LocalizedText Title, DateOnly Due, bool IsOpen)
{
    public bool IsLate(DateOnly today) => IsOpen && Due < today;
}

/// <summary>What stands at an end of a link, by name, and to which group it belongs.</summary>
/// <param name="Within">What it is a part of: a stage of its project, a project of its group.</param>
/// <param name="Group">The group that answers for it; a partner answers for itself.</param>
/// <param name="Project">The project that it is, or is a stage of.</param>
/// <param name="Path">Its public page, without language.</param>
/// <param name="DeskPath">Its page in the workspace.</param>
/// <param name="IsOpen">It goes on.</param>
/// <param name="Stages">The stage itself, or the open ones of the project.</param>
public sealed record LinkSide(
    LinkEnd End, LocalizedText Name, LocalizedText? Within, Guid? Group, Guid? Project, string Path, string DeskPath, bool IsOpen, IReadOnlyList<LinkedStage> Stages)
{
    public string Here => Name.Read(Language.Content).Value;

    /// <summary>It is that very thing, or a part of it.</summary>
    public bool IsIn(LinkEnd other) =>
        End == other
        || (other.Kind == LinkEndKind.Group && other.Id == Group)
        || (other.Kind == LinkEndKind.Project && other.Id == Project);
}

/// <summary>A link with what stands at its ends.</summary>
public sealed record LinkCard(Link Link, LinkSide From, LinkSide To)
{
    public Guid Id => Link.Id;

    public LinkKind Type => Link.Type;

    public bool IsAccepted => Link.State == LinkState.Accepted;

    /// <summary>One end belongs to the group.</summary>
    public bool Touches(Guid group) => From.Group == group || To.Group == group;

    /// <summary>Who proposed it sees it at once, the other side once it is accepted.</summary>
    public bool StandsFor(Guid group) => Touches(group) && (IsAccepted || From.Group == group);

    /// <summary>The end that waits for the other, where one does.</summary>
    public LinkSide? Needs => Type == LinkKind.DependsOn ? From : Type == LinkKind.Feeds ? To : null;

    /// <summary>The end that the other waits for.</summary>
    public LinkSide? Needed => Type == LinkKind.DependsOn ? To : Type == LinkKind.Feeds ? From : null;
}
