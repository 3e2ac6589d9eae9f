namespace Passerelle.Projects;

/// <summary>How two things hang together.</summary>
public enum LinkKind
{
    DependsOn,
    Feeds,
    SharesActor,
    SharesPlace,
    SharesCall,
    ConflictsWith,
}

/// <summary>Where a link stands. Proposed and accepted ones are open.</summary>
public enum LinkState
{
    Proposed,
    Accepted,
    Declined,
    Withdrawn,
    Ended,
}

public enum LinkEndKind
{
    Group,
    Project,
    Stage,
    Partner,
}

/// <summary>What a link begins or ends at: a group, a project or a stage by its id, a partner by its code.</summary>
public sealed record LinkEnd(LinkEndKind Kind, Guid? Id, string? Code)
{
    public static LinkEnd Group(Guid id) => new(LinkEndKind.Group, id, null);

    public static LinkEnd Project(Guid id) => new(LinkEndKind.Project, id, null);

    public static LinkEnd Stage(Guid id) => new(LinkEndKind.Stage, id, null);

    public static LinkEnd Partner(string code) => new(LinkEndKind.Partner, null, code);

    /// <summary>As forms and addresses carry it: «group:id», «partner:code».</summary>
    public static LinkEnd? Read(string? typed)
    {
        var colon = typed?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || !Enum.TryParse<LinkEndKind>(typed![..colon], ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            return null;
        }

        var rest = typed[(colon + 1)..];
        return kind == LinkEndKind.Partner ? Partner(rest) : Guid.TryParse(rest, out var id) ? new(kind, id, null) : null;
    }

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Id?.ToString() ?? Code}";
}

internal static class LinkKinds
{
    /// <summary>The same from either end.</summary>
    public static bool IsMutual(this LinkKind kind) => kind is not (LinkKind.DependsOn or LinkKind.Feeds);

    /// <summary>What only one open link can have: two of the same kind between the same ends are one.</summary>
    public static string KeyOf(LinkKind kind, LinkEnd from, LinkEnd to)
    {
        var (a, b) = (from.ToString(), to.ToString());
        return kind.IsMutual() && string.CompareOrdinal(a, b) > 0 ? $"{kind} {b} {a}" : $"{kind} {a} {b}";
    }

    public static string Icon(this LinkKind kind) => kind switch
    {
        LinkKind.DependsOn => "arrow-right",
        LinkKind.Feeds => "git-merge",
        LinkKind.SharesActor => "users",
        LinkKind.SharesPlace => "map-pin",
        LinkKind.SharesCall => "landmark",
        _ => "triangle-alert",
    };
}
