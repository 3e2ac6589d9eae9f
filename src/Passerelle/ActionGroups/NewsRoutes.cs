using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.ActionGroups;

/// <summary>News, the members' area, and technical groups: their addresses and what they contribute to other pages.</summary>
internal static class NewsRoutes
{
    public static IServiceCollection AddNews(this IServiceCollection services) => services
        .AddSingleton<GroupShelf>()
        .AddScoped<Writings>()
        .AddScoped<PublicPosts>()
        .AddScoped<ActionCarriers, GroupCarriers>()
        .AddEventHandler<SunsetNotice>()
        .AddEventHandler<RecommendationNotice>();

    public static void MapNews(this Site site)
    {
        var group = site.Pages.MapGroup("/groups/{slug}");
        group.MapGet("/area", AreaPage.Get);
        group.MapGet("/files/{id:guid}", FileAddress.Get).WithoutCharter();
        group.MapGet("/posts/new", WritePage.GetNew);
        group.MapPost("/posts/new", WritePage.PostNew).RequireRateLimiting(Limits.PublicForm);
        group.MapGet("/posts/{id:guid}", PostPage.Get).Cached("post", "group", "person");
        group.MapPost("/posts/{id:guid}", PostPage.Post).RequireRateLimiting(Limits.PublicForm);
        group.MapGet("/posts/{id:guid}/edit", WritePage.GetEdit);
        group.MapPost("/posts/{id:guid}/edit", WritePage.PostEdit).RequireRateLimiting(Limits.PublicForm);
        group.MapGet("/posts/{id:guid}/withdraw", AskPage.GetWithdraw);
        group.MapPost("/posts/{id:guid}/withdraw", AskPage.PostWithdraw).RequireRateLimiting(Limits.PublicForm);
        group.MapGet("/posts/{id:guid}/comments/{comment:guid}/remove", AskPage.GetRemove);
        group.MapPost("/posts/{id:guid}/comments/{comment:guid}/remove", AskPage.PostRemove).RequireRateLimiting(Limits.PublicForm);
        site.Pages.MapGet("/desk/groups/new-technical", TechnicalPage.Get);
        site.Pages.MapPost("/desk/groups/new-technical", TechnicalPage.Post);
        site.Pages.MapGet("/desk/groups/{slug}/sunset", SunsetPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/sunset", SunsetPage.Post);
        site.Pages.MapGet("/desk/groups/{slug}/recommend", RecommendPage.Get);
        site.Pages.MapPost("/desk/groups/{slug}/recommend", RecommendPage.Post);
        site.Registry.Slots.AddRange(NewsSlots.All);
        site.Registry.Sitemap.Add(Addresses);
        site.Registry.MapTextHomes();
    }

    private static async Task<IReadOnlyList<string>> Addresses(PlatformDb db, CancellationToken stop)
    {
        var groups = await db.Set<Group>().Where(g => g.Phase != Phase.Proposed && g.SuccessorId == null).OrderBy(g => g.Slug).Select(g => g.Slug).ToListAsync(stop);
        var posts = await db.Set<Post>().Where(p => p.Audience == Audience.Public && p.WithdrawnAt == null && p.HiddenAt == null)
            .Join(db.Set<Group>().Where(g => g.Phase != Phase.Proposed), p => p.GroupId, g => g.Id, (p, g) => new { g.Slug, p.Id, p.At })
            .OrderByDescending(p => p.At).ToListAsync(stop);
        return ["/groups", .. groups.SelectMany(g => (string[])[$"/groups/{g}", $"/groups/{g}/history"]), .. posts.Select(p => $"/groups/{p.Slug}/posts/{p.Id}")];
    }
}
