using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>The pair, the life and the evolution of groups: addresses, what follows from acts, and what waits on dashboards.</summary>
internal static class EvolutionRoutes
{
    public static IServiceCollection AddEvolution(this IServiceCollection services)
    {
        services.AddSingleton<LineageReading>();
        services.AddScoped<MyGroups>().AddScoped<GroupMails>().AddScoped<PairReminders>();
        services.AddEventHandler<WhenPairsChange>().AddEventHandler<WhenGroupsEvolve>().AddEventHandler<WhenHandedOver>().AddEventHandler<WhenProposed>();
        return services;
    }

    public static void MapEvolution(this Site site)
    {
        var pages = site.Pages;
        pages.MapGet("/desk/groups/{slug}/pair", PairPage.Get);
        pages.MapPost("/desk/groups/{slug}/pair", PairPage.Propose);
        pages.MapPost("/desk/groups/{slug}/pair/appoint", PairPage.Appoint);
        pages.MapPost("/desk/groups/{slug}/pair/{person:guid}/withdraw", PairPage.Withdraw);
        pages.MapGet("/desk/groups/{slug}/pair/{person:guid}/end", PairEndPage.Get);
        pages.MapPost("/desk/groups/{slug}/pair/{person:guid}/end", PairEndPage.Post);
        pages.MapGet("/desk/groups/{slug}/life", LifePage.Get);
        pages.MapPost("/desk/groups/{slug}/life", LifePage.Move);
        pages.MapPost("/desk/groups/{slug}/life/pause", LifePage.Pause);
        pages.MapPost("/desk/groups/{slug}/life/reopen", LifePage.Reopen);
        pages.MapGet("/desk/groups/{slug}/close", ClosePage.Get);
        pages.MapPost("/desk/groups/{slug}/close", ClosePage.Post);
        pages.MapGet("/desk/groups/{slug}/rename", RenamePage.Get);
        pages.MapPost("/desk/groups/{slug}/rename", RenamePage.Post);
        pages.MapGet("/desk/groups/{slug}/merge", MergePage.Get);
        pages.MapPost("/desk/groups/{slug}/merge", MergePage.Post);
        pages.MapGet("/desk/groups/{slug}/split", SplitPage.Get);
        pages.MapPost("/desk/groups/{slug}/split", SplitPage.Post);
        pages.MapGet("/desk/groups/{slug}/actions", ActionsPage.Get);
        pages.MapPost("/desk/groups/{slug}/actions", ActionsPage.Post);
        pages.MapGet("/desk/groups/{slug}/coordinators", CoordinatorsPage.Get);
        pages.MapPost("/desk/groups/{slug}/coordinators", CoordinatorsPage.Post);
        pages.MapPost("/desk/groups/{slug}/coordinators/{id:guid}/end", CoordinatorsPage.End);
        pages.MapGet("/desk/groups/{slug}/hand-over", HandOverPage.Get);
        pages.MapPost("/desk/groups/{slug}/hand-over", HandOverPage.Post);
        pages.MapGet("/desk/groups/figures", FiguresPage.Get);
        pages.MapGet("/groups/{slug}/follow", FollowPage.Get).WithoutCharter(); // nobody accepts anything to leave
        pages.MapPost("/groups/{slug}/follow", FollowPage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        site.Registry.Slots.Add(new("alerts", 10, GroupAlerts.Alerts));
        site.Registry.Slots.Add(new("today", 20, GroupAlerts.Requests));
        site.Registry.Slots.Add(new("dates", 10, MyGroups.Next));
        site.Registry.Slots.Add(new("mine", 10, MyGroups.Table));
    }
}
