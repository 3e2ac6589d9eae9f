using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Participation.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Participation;

/// <summary>Where the public has its say: ideas, the moderation of what is written, and following what one cares for.</summary>
public static class ParticipationModule
{
    public static IServiceCollection AddParticipation(this IServiceCollection services) => services
        .AddScoped<IPersonalData, ModerationData>()
        .AddScoped<PackPart, ModerationPack>()
        .AddScoped<Subjects>()
        .AddEventHandler<ModerationNotices>()
        .AddIdeas()
        .AddFollowing();

    public static void MapParticipation(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["moderation."] = Texts.Source;
        registry.Workspace.Add(new(() => Texts.T("moderation"), "/desk/moderation", 60, For: who => who.Is(Role.Moderator, Role.Director)));
        registry.Slots.Add(new("writing", 10, (_, key, _) => Task.FromResult<RenderFragment?>(Slots.Draw<ReportLink>((nameof(ReportLink.Key), key)))));

        registry.Slots.Add(new("today", 30, Waiting));

        foreach (var reported in new[] { "/report/{post:guid}", "/report/{post:guid}/{comment:guid}" })
        {
            pages.MapGet(reported, ReportPage.Get).WithoutCharter();
            pages.MapPost(reported, ReportPage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        }

        pages.MapGet("/moderation/{id:guid}", AppealPage.Get).WithoutCharter();
        pages.MapPost("/moderation/{id:guid}", AppealPage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        pages.MapGet("/desk/moderation", ModerationDesk.Get);
        pages.MapGet("/desk/moderation/{id:guid}", CasePage.Get);
        pages.MapPost("/desk/moderation/{id:guid}/decide", CasePage.Decide);
        pages.MapPost("/desk/moderation/{id:guid}/answer", CasePage.Answer);
        site.MapIdeas();
        site.MapFollowing();
    }

    /// <summary>For a moderator's day: how many cases wait. Appeals are tasks of those who may hear them.</summary>
    private static async Task<RenderFragment?> Waiting(IServiceProvider services, string key, CancellationToken stop)
    {
        if (!services.GetRequiredService<Visit>().Is(Role.Moderator))
        {
            return null;
        }

        var cases = await services.GetRequiredService<PlatformDb>().Set<ModerationCase>().CountAsync(c => c.State == CaseState.Open || c.State == CaseState.Held, stop);
        return cases == 0 ? null : Slots.Draw<WaitingCard>((nameof(WaitingCard.Cases), cases));
    }
}
