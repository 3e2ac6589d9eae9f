using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>Action groups and technical groups: their life, members, pair, news and evolution.</summary>
public static class ActionGroupsModule
{
    public static IServiceCollection AddActionGroups(this IServiceCollection services)
    {
        services.AddScoped<PackPart, GroupsPack>();
        services.AddScoped<GroupPageReading>().AddSingleton<GroupPageShelf>();
        services.AddScoped<GroupHistory>();
        services.AddScoped(p => new OwnGroups(p.GetRequiredService<MyGroups>()));
        services.AddScoped<PersonGroups>();
        services.AddScoped(p => new GroupList(p.GetRequiredService<PlatformDb>(), p.GetRequiredService<GroupShelf>(), p.GetRequiredService<Clock>()));
        services.AddScoped(p => new GroupSteering(p.GetRequiredService<PlatformDb>(), p.GetRequiredService<GroupShelf>()));
        services.AddScoped<IPersonalData, GroupsPersonalData>();
        services.AddNews();
        services.AddMembers();
        services.AddEvolution();
        return services;
    }

    public static void MapActionGroups(this Site site)
    {
        site.Registry.EventWords["group."] = Texts.Source;
        site.Registry.EventWords["post."] = Texts.Source;
        site.Registry.Navigation.Add(new(() => Texts.T("groups.title"), "/groups", 20));
        site.Registry.Workspace.Add(new(() => Texts.T("groups.title"), "/desk/groups", 10, For: who => who.Is(Role.Director, Role.Coordinator)));
        site.Pages.MapGet("/groups", GroupsPage.Get).Cached("group", "programme", "territory");
        site.Pages.MapGet("/groups/{slug}", GroupPage.Get).Cached("group", "post", "programme", "territory", "person", "project", "stage", "link", "presentation");
        site.Pages.MapGet("/groups/{slug}/pdf", GroupPage.Pdf).WithoutCharter();
        site.Pages.MapGet("/groups/{slug}/history", GroupHistoryPage.Get).Cached("group", "person", "link");
        site.Pages.MapGet("/groups/{slug}/history.csv", GroupHistoryPage.GetCsv).Cached("group", "person", "link");
        site.Pages.MapGet("/groups/{slug}/history.xlsx", GroupHistoryPage.GetExcel).Cached("group", "person", "link");
        site.Pages.MapGet("/desk/groups", GroupsDesk.Get);
        site.Pages.MapGet("/desk/groups/new", ProposePage.Get);
        site.Pages.MapPost("/desk/groups/new", ProposePage.Post);
        site.Pages.MapGet("/desk/groups/{slug}", GroupDesk.Get);
        site.Pages.MapPost("/desk/groups/{slug}/create", GroupDesk.Create);
        site.Pages.MapGet("/desk/groups/{slug}/refuse", RefusePage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/refuse", RefusePage.Post);
        site.Pages.MapGet("/desk/groups/{slug}/withdraw", WithdrawPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/withdraw", WithdrawPage.Post);
        site.Pages.MapGet("/desk/groups/{slug}/texts", TextsPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/texts", TextsPage.Post);
        site.Pages.MapGet("/desk/groups/{slug}/themes", ThemesPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/themes", ThemesPage.Post);
        site.Pages.MapGet("/desk/groups/{slug}/next", NextPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/next", NextPage.Post);
        site.Pages.MapGet("/desk/groups/{slug}/communes", CommunesPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/communes", CommunesPage.Post);
        site.MapNews();
        site.MapMembers();
        site.MapEvolution();
    }
}
