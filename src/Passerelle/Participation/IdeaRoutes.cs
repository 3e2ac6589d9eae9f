using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Participation.Contract;
using Passerelle.Participation.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;

namespace Passerelle.Participation;

/// <summary>Ideas: their addresses, and what they contribute to other pages.</summary>
internal static class IdeaRoutes
{
    private const int MostInSlot = 6;
    private static readonly string[] ShownBy = ["idea", "support", "person", "programme", "project", "group", "territory"];

    public static IServiceCollection AddIdeas(this IServiceCollection services) => services
        .AddSingleton<Resemblances>()
        .AddScoped<IdeaReading>()
        .AddScoped<IdeaDraft>()
        .AddScoped<IdeasToDecide>()
        .AddScoped<FirstWords, Newcomers>()
        .AddScoped<ProjectOrigins, IdeaOrigins>()
        .AddScoped<TaskSubjects, IdeaTasks>()
        .AddScoped<IPersonalData, IdeasData>()
        .AddScoped<PackPart, IdeasPack>()
        .AddEventHandler<IdeaNotices>()
        .AddEventHandler<WhenCommentsWait>()
        .AddEventHandler<WhenWantingGroupsMove>();

    public static void MapIdeas(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["idea."] = Texts.Source;
        registry.EventWords["support."] = Texts.Source;
        registry.Navigation.Add(new(() => Texts.T("ideas"), "/ideas", 35));
        registry.Workspace.Add(new(() => Texts.T("ideas"), "/desk/ideas", 25, For: who => who.Is(Role.Coordinator, Role.Director)));
        registry.Workspace.Add(new(() => Texts.T("ideas.mine"), "/desk/my-ideas", 90));
        registry.Workspace.Add(new(() => Texts.T("holdback.title"), "/desk/moderation/first", 61, For: who => who.Is(Role.Administrator) && !who.Is(Role.Moderator, Role.Director)));
        registry.Slots.Add(new("theme", 30, OfTheme));
        registry.Slots.Add(new("today", 20, Waiting));
        registry.MapTextHomes();
        registry.Sitemap.Add(async (db, stop) => ["/ideas", .. await db.Set<Idea>().Where(Idea.Shown).OrderByDescending(i => i.At).Select(i => "/ideas/" + i.Slug).ToListAsync(stop)]);

        pages.MapGet("/ideas", IdeasPage.Get).Cached(ShownBy);
        pages.MapGet("/ideas/new", NewIdeaPage.Get);
        pages.MapPost("/ideas/new", NewIdeaPage.Post).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/ideas/{slug}", IdeaPage.Get).Cached(ShownBy);
        pages.MapPost("/ideas/{slug}/support", IdeaPage.Support).RequireRateLimiting(Limits.PublicForm);
        pages.MapPost("/ideas/{slug}/support/take-back", IdeaPage.TakeBack).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/ideas/{slug}/withdraw", WithdrawIdeaPage.Get);
        pages.MapPost("/ideas/{slug}/withdraw", WithdrawIdeaPage.Post).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/report/idea/{idea:guid}", ReportPage.GetIdea).WithoutCharter();
        pages.MapPost("/report/idea/{idea:guid}", ReportPage.PostIdea).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        pages.MapGet("/desk/my-ideas", MyIdeasPage.Get);
        pages.MapGet("/desk/moderation/first", HoldBackPage.Get);
        pages.MapPost("/desk/moderation/first", HoldBackPage.Post);
        pages.MapGet("/desk/ideas", IdeasDesk.Get);
        MapTriage(pages.MapGroup("/desk/ideas/{slug}"));
    }

    private static void MapTriage(RouteGroupBuilder idea)
    {
        idea.MapGet("", IdeaDesk.Get);
        idea.MapGet("/views", IdeaViewPage.Get);
        idea.MapPost("/views", IdeaViewPage.Post);
        idea.MapGet("/consent", ConsentPage.Get);
        idea.MapPost("/consent", ConsentPage.Post);
        idea.MapGet("/accept", AcceptIdeaPage.Get);
        idea.MapPost("/accept", AcceptIdeaPage.Post);
        idea.MapGet("/project", AcceptIdeaPage.GetProject);
        idea.MapPost("/project", AcceptIdeaPage.PostProject);
        idea.MapGet("/refuse", RefuseIdeaPage.Get);
        idea.MapPost("/refuse", RefuseIdeaPage.Post);
        idea.MapGet("/merge", MergeIdeaPage.Get);
        idea.MapPost("/merge", MergeIdeaPage.Post);
    }

    private static async Task<RenderFragment?> OfTheme(IServiceProvider services, string code, CancellationToken stop)
    {
        var programme = await services.GetRequiredService<Programmes>().Current(stop);
        var (rows, count) = await services.GetRequiredService<PlatformDb>().Ideas(new(Themes: [.. programme.WithSubThemes(code).Select(t => t.Code).Append(code).Distinct()], States: [.. Idea.OpenStates, IdeaState.Accepted]), 0, MostInSlot, stop);
        return count == 0 ? null : Slots.Draw<IdeaCards>((nameof(IdeaCards.Rows), rows), (nameof(IdeaCards.Count), count), (nameof(IdeaCards.Theme), code));
    }

    /// <summary>For the day of a coordinator or the Director: what waits for them, in one query.</summary>
    private static async Task<RenderFragment?> Waiting(IServiceProvider services, string key, CancellationToken stop)
    {
        var visit = services.GetRequiredService<Visit>();
        if (!visit.MayTriage())
        {
            return null;
        }

        var states = await services.GetRequiredService<PlatformDb>().Set<Idea>().Where(Idea.Shown).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var waiting = states.GetValueOrDefault(IdeaState.Sent) + states.GetValueOrDefault(IdeaState.Diagnosis);
        var director = visit.Is(Role.Director) ? states.GetValueOrDefault(IdeaState.Consented) : 0;
        return waiting + director == 0 ? null : Slots.Draw<IdeasWaiting>((nameof(IdeasWaiting.Waiting), waiting), (nameof(IdeasWaiting.Director), director));
    }
}
