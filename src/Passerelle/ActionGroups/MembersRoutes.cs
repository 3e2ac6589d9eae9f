using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Pages;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;

namespace Passerelle.ActionGroups;

/// <summary>How people come into a group, sit in a college, and leave.</summary>
internal static class MembersRoutes
{
    public static IServiceCollection AddMembers(this IServiceCollection services) =>
        services.AddScoped<Joining>().AddScoped<Inviting>().AddEventHandler<MemberMails>().AddEventHandler<MandateDoubts>().AddEventHandler<ErasedMembers>();

    public static void MapMembers(this Site site)
    {
        site.Registry.EventWords["invitation."] = Texts.Source;
        var pages = site.Pages;
        pages.MapGet("/groups/{slug}/join", JoinPage.Get).WithoutCharter(); // this form and an invitation's ask for it themselves
        pages.MapPost("/groups/{slug}/join", JoinPage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        pages.MapPost("/groups/{slug}/join/withdraw", JoinPage.TakeBack).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/groups/{slug}/leave", LeavePage.Get).WithoutCharter();
        pages.MapPost("/groups/{slug}/leave", LeavePage.Post).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        pages.MapGet("/invitations/{token}", InvitationPage.Get).WithoutCharter();
        pages.MapPost("/invitations/{token}", InvitationPage.Accept).RequireRateLimiting(Limits.PublicForm).WithoutCharter();
        pages.MapPost("/invitations/{token}/decline", InvitationPage.Decline).RequireRateLimiting(Limits.PublicForm).WithoutCharter();

        var desk = pages.MapGroup("/desk/groups/{slug}");
        desk.MapGet("/members", MembersPage.Get);
        desk.MapGet("/members/{person:guid}/confirm", ConfirmPage.Get);
        desk.MapPost("/members/{person:guid}/confirm", ConfirmPage.Post);
        desk.MapGet("/requests/{id:guid}", RequestPage.Get);
        desk.MapPost("/requests/{id:guid}", RequestPage.Post);
        desk.MapGet("/limits", LimitsPage.Get);
        desk.MapPost("/limits", LimitsPage.Post);
        desk.MapGet("/invite", InvitePage.Get);
        desk.MapPost("/invite", InvitePage.Post);
        desk.MapGet("/invite/model.csv", InvitePage.ModelList);
        desk.MapPost("/invite/list", InviteListPage.Preview);
        desk.MapPost("/invite/list/send", InviteListPage.Send);
        desk.MapGet("/invitations/{id:guid}", InvitationDeskPage.Get);
        desk.MapPost("/invitations/{id:guid}/resend", InvitationDeskPage.Resend);
        desk.MapPost("/invitations/{id:guid}/withdraw", InvitationDeskPage.Withdraw);
    }
}
