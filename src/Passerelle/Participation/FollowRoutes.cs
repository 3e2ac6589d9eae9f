using Passerelle.Accounts.Contract;
using Passerelle.Participation.Pages;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Participation;

/// <summary>Following: its addresses, and what it contributes to other pages.</summary>
internal static class FollowRoutes
{
    public static IServiceCollection AddFollowing(this IServiceCollection services) => services
        .AddScoped<FollowThings>()
        .AddScoped<FollowBook>()
        .AddScoped<FollowAsking>()
        .AddScoped<FollowNews>()
        .AddScoped<FollowDigest>()
        .AddSingleton<FollowLinks>()
        .AddScoped<IPersonalData, FollowsData>()
        .AddScoped<PackPart, FollowsPack>()
        .AddEventHandler<FollowersMove>();

    public static void MapFollowing(this Site site)
    {
        var registry = site.Registry;
        registry.EventWords["follow."] = Texts.Source;
        registry.Account.Add(new(() => Texts.T("follows"), "/me/follows", 10));
        foreach (var kind in Enum.GetValues<FollowKind>())
        {
            var place = kind.ToString().ToLowerInvariant();
            registry.PageActions.Add(new(place, "bell", () => Texts.T($"follow.act.{kind}"), name => $"/follow/{place}/{name}"));
        }

        // To read by mail what is public, and to leave, nobody accepts anything.
        var pages = site.Pages.MapGroup("").WithoutCharter();
        pages.MapGet("/follow/{kind}/{name}", FollowThingPage.Get);
        pages.MapPost("/follow/{kind}/{name}", FollowThingPage.Post).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/follow/sent", FollowSentPage.Get);
        pages.MapGet("/follow/confirm/{token}", FollowConfirmPage.Get);
        pages.MapPost("/follow/confirm/{token}", FollowConfirmPage.Post).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/follow/leave/{token}", FollowLeavePage.Get);
        pages.MapPost("/follow/leave/{token}", FollowLeavePage.Post).RequireRateLimiting(Limits.PublicForm).WithMetadata(new OneClickPage());
        pages.MapGet("/me/follows", FollowsPage.Get);
        pages.MapPost("/me/follows/leave", FollowsPage.Leave);
    }
}
