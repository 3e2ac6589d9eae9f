using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>Gathers what the frame shows: navigation by what exists and who looks, languages, the demonstration's date.</summary>
internal static class FrameBuilder
{
    public static FrameInfo Build(Visit visit, Registry registry, PlatformOptions options)
    {
        var query = visit.Http.Request.QueryString.Value ?? "";
        var path = visit.Path;
        return new()
        {
            GroupingName = options.GroupingName.Read(Language.Content).Value,
            Language = Language.Interface,
            LanguageLinks = [.. Language.All.Select(l => new LanguageLink(l, Language.NameOf(l), $"/switch/{l}{(path == "/" ? "" : path)}{query}", l == Language.Interface))],
            Navigation = Links(registry.Navigation, visit),
            WorkspaceNavigation = WorkspaceOf(registry, visit),
            FooterLinks = Links(registry.Footer, visit),
            Person = visit.Who?.Name,
            SignInHref = Href.To("/sign-in" + (path is "/" or "/sign-in" ? "" : "?return=" + Uri.EscapeDataString(path))),
            ProfileHref = Href.To("/me"),
            SignOutHref = Href.To("/sign-out"),
            WorkspaceHref = registry.Workspace.Exists(e => visit.Who is { } who && e.For?.Invoke(who) != false) ? Href.To("/desk") : null,
            CanonicalUrl = options.PublicUrl + Href.To(path),
            Alternates = [.. Language.All.Select(l => (l, options.PublicUrl + Href.In(l, path))), ("x-default", options.PublicUrl + (path == "/" ? "/" : Href.In(Language.Official[0], path)))],
            DemoDate = options.Demo ? Say.Date(visit.Today) : null,
            Banner = visit.Banner,
            SearchHref = Href.To("/groups"),
            SearchText = path == "/groups" ? visit.Query("q") : null,
            AssetVersion = Assets.Version,
            NoIndex = options.Demo || visit.SignedIn,
        };
    }

    private static IReadOnlyList<NavSection> WorkspaceOf(Registry registry, Visit visit) =>
        visit.Who is null ? [] :
        [.. registry.Workspace
            .Where(e => e.For?.Invoke(visit.Who) != false)
            .OrderBy(e => e.Order)
            .GroupBy(e => e.Heading?.Invoke())
            .Select(section => new NavSection(section.Key, Links(section, visit)))];

    private static IReadOnlyList<NavLink> Links(IEnumerable<NavigationEntry> entries, Visit visit) =>
        [.. entries
            .Where(e => e.For is null || (visit.Who is { } who && e.For(who)))
            .OrderBy(e => e.Order)
            .Select(e => new NavLink(e.Text(), Href.To(e.Path), visit.Path == e.Path || (e.Path != "/desk" && visit.Path.StartsWith(e.Path + "/", StringComparison.Ordinal))))];
}

/// <summary>The version that style sheets and scripts carry in their address.</summary>
internal static class Assets
{
    public static string Version { get; } = typeof(Assets).Module.ModuleVersionId.ToString("N")[..8];
}
