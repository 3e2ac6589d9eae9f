namespace Passerelle.Platform.Web;

/// <summary>What every page's frame needs to know of the installation, the request and the person who reads.</summary>
public sealed record FrameInfo
{
    public string GroupingName { get; init; } = "";
    public string Language { get; init; } = "fr";

    /// <summary>This page in each language of the interface.</summary>
    public IReadOnlyList<LanguageLink> LanguageLinks { get; init; } = [];
    public IReadOnlyList<NavLink> Navigation { get; init; } = [];
    public IReadOnlyList<NavSection> WorkspaceNavigation { get; init; } = [];

    /// <summary>Who is signed in, if anybody is.</summary>
    public string? Person { get; init; }
    public string? SignInHref { get; init; }
    public string? ProfileHref { get; init; }

    /// <summary>Signing out changes something, so it is sent by POST to this address.</summary>
    public string? SignOutHref { get; init; }
    public string? WorkspaceHref { get; init; }

    /// <summary>Where the search in the header leads (GET, field «q»); none, no search.</summary>
    public string? SearchHref { get; init; }
    public string? SearchText { get; init; }

    public string? CanonicalUrl { get; init; }
    public IReadOnlyList<(string HrefLang, string Url)> Alternates { get; init; } = [];

    /// <summary>The date that the demonstration plays, in words; outside the demonstration, nothing.</summary>
    public string? DemoDate { get; init; }
    public FrameBanner? Banner { get; init; }
    public string AssetVersion { get; init; } = "";
    public IReadOnlyList<NavLink> FooterLinks { get; init; } = [];
    public bool NoIndex { get; init; }

    /// <summary>An asset's address, which changes with the version so that browsers may keep it for long.</summary>
    public string Asset(string path) => AssetVersion.Length == 0 ? path : $"{path}?v={AssetVersion}";
}

/// <summary>One language of the switch.</summary>
public sealed record LanguageLink(string Code, string Name, string Href, bool Current = false);

public sealed record NavLink(string Text, string Href, bool Current = false, int? Count = null);

public sealed record NavSection(string? Heading, IReadOnlyList<NavLink> Items);

/// <summary>What happened, said once at the top of the next page. Kind: done, info, attention, wrong.</summary>
public sealed record FrameBanner(string Kind, string Text, string? LinkText = null, string? LinkHref = null);
