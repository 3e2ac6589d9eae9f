using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.Participation.Pages;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;

namespace Passerelle.Participation;

/// <summary>Where the public has its say. So far: moderation of what is written.</summary>
public static class ParticipationModule
{
    public static IServiceCollection AddParticipation(this IServiceCollection services) => services
        .AddScoped<IPersonalData, ModerationData>()
        .AddEventHandler<ModerationNotices>();

    public static void MapParticipation(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["moderation."] = Texts.Source;
        registry.Workspace.Add(new(() => Texts.T("moderation"), "/desk/moderation", 60, For: who => who.Is(Role.Moderator, Role.Director)));
        registry.Slots.Add(new("writing", 10, (_, key, _) => Task.FromResult<RenderFragment?>(builder =>
        {
            builder.OpenComponent<ReportLink>(0);
            builder.AddComponentParameter(1, nameof(ReportLink.Key), key);
            builder.CloseComponent();
        })));

        pages.MapGet("/report/{post:guid}/{comment:guid?}", ReportPage.Get).WithoutCharter();
        pages.MapPost("/report/{post:guid}/{comment:guid?}", ReportPage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        pages.MapGet("/moderation/{id:guid}", AppealPage.Get).WithoutCharter();
        pages.MapPost("/moderation/{id:guid}", AppealPage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        pages.MapGet("/desk/moderation", ModerationDesk.Get);
        pages.MapGet("/desk/moderation/{id:guid}", CasePage.Get);
        pages.MapPost("/desk/moderation/{id:guid}/decide", CasePage.Decide);
        pages.MapPost("/desk/moderation/{id:guid}/answer", CasePage.Answer);
    }
}
