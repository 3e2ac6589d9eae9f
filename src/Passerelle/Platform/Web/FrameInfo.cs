namespace Passerelle.Platform.Web;

/// <summary>All that the frame around a page shows, beside the page itself.</summary>
public sealed record FrameInfo
{
    public required string GroupingName { get; init; }

    /// <summary>The interface language.</summary>
    public required string Language { get; init; }

    public IReadOnlyList<LanguageLink> LanguageLinks { get; init; } = [];
    public IReadOnlyList<NavigationLink> Navigation { get; init; } = [];
    public IReadOnlyList<NavigationSection> Workspace { get; init; } = [];
    public IReadOnlyList<NavigationLink> FooterLinks { get; init; } = [];

    /// <summary>The name of who is signed in, or null.</summary>
    public string? PersonName { get; init; }

    public string SignInHref { get; init; } = "";
    public string ProfileHref { get; init; } = "";
    public string SignOutHref { get; init; } = "";

    /// <summary>The workspace's first page, for those who have one.</summary>
    public string? WorkspaceHref { get; init; }

    public string CanonicalUrl { get; init; } = "";
    public IReadOnlyList<AlternateLink> Alternates { get; init; } = [];

    /// <summary>The date that the demonstration plays, in words; null outside it.</summary>
    public string? DemoDate { get; init; }

    public BannerInfo? Banner { get; init; }
    public string AssetVersion { get; init; } = "";
    public bool NoIndex { get; init; }
}

public sealed record LanguageLink(string Code, string Name, string Href, bool Current);

public sealed record AlternateLink(string Language, string Url);

public sealed record NavigationLink(string Text, string Href, bool Current = false, int? Count = null);

public sealed record NavigationSection(string? Heading, IReadOnlyList<NavigationLink> Items);

/// <summary>What an act did, and the next step it offers.</summary>
public sealed record BannerInfo(string Kind, string Text, string? LinkText = null, string? LinkHref = null);
