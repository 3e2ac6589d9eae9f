using Passerelle.Accounts.Contract;
using Passerelle.Dashboard.Pages;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Dashboard;

/// <summary>The first page, the workspace's first page, the general dashboard, and what the footer leads to.</summary>
public static class DashboardModule
{
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddScoped<DashboardReading>()
        .AddSingleton<DashboardShelf>()
        .AddSingleton<HealthShelf>()
        .AddScoped<Decisions>()
        .AddScoped<Workload>()
        .AddScoped<PackPart, HealthPack>()
        .AddScoped<PackPart, DashboardPack>();

    public static void MapDashboard(this Site site)
    {
        site.Pages.MapGet("/", HomePage.Get).Cached("programme", "group", "territory", "post");
        site.Pages.MapGet("/desk", TodayPage.Get);
        site.Pages.MapGet("/contact", ContactPage.Get).Cached("territory");
        site.Pages.MapGet("/open-data", OpenDataPage.Get).Cached("programme", "territory");
        site.Pages.MapGet("/privacy", PrivacyPage.Get).Cached("territory");
        site.Pages.MapGet("/accessibility", AccessibilityPage.Get).Cached("territory");

        site.Pages.MapGet("/desk/dashboard", GeneralPage.Get);
        site.Pages.MapGet("/desk/dashboard.csv", GeneralPage.GetCsv);
        site.Pages.MapGet("/desk/dashboard.xlsx", GeneralPage.GetExcel);
        site.Pages.MapGet("/desk/workload", WorkloadPage.Get);
        site.Pages.MapGet("/desk/groups/{slug}/health", HealthPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/health", HealthPage.Post);

        var registry = site.Registry;
        registry.MapTextHomes();
        registry.EventWords["health."] = Texts.Source;
        registry.Slots.Add(new("today", 15, HealthSlots.Unsaid));
        registry.Slots.Add(new("group-desk", 10, HealthSlots.Last));
        registry.Workspace.Add(new(() => Texts.T("general"), "/desk/dashboard", 5, For: GeneralPage.MayRead));
        registry.Workspace.Add(new(() => Texts.T("workload"), "/desk/workload", 6, For: WorkloadPage.MayRead));
        registry.Workspace.Add(new(() => Texts.T("today"), "/desk", 0));
        registry.Footer.Add(new(() => Texts.T("contact"), "/contact", 10));
        registry.Footer.Add(new(() => Texts.T("accessibility"), "/accessibility", 20));
        registry.Footer.Add(new(() => Texts.T("privacy"), "/privacy", 30));
        registry.Footer.Add(new(() => Texts.T("opendata"), "/open-data", 40));
        registry.Sitemap.Add((_, _) => Task.FromResult<IReadOnlyList<string>>(["/contact", "/accessibility", "/privacy", "/open-data"]));
        registry.PersonNames = async (services, ids, stop) =>
            (await services.GetRequiredService<People>().Cards(ids, stop)).ToDictionary(p => p.Key, p => p.Value.Name);
    }
}
