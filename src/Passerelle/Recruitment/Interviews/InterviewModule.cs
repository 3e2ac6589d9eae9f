using Passerelle.Accounts.Contract;
using Passerelle.Platform.Events;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews.Pages;

namespace Passerelle.Recruitment.Interviews;

/// <summary>Interviews: slots, invitations with a file for the calendar, answers, the questions and the notes.</summary>
internal static class InterviewModule
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) => services
        .AddScoped<InterviewDesk>()
        .AddScoped<Seating>()
        .AddScoped<InvitationMail>()
        .AddScoped<InterviewErasure>()
        .AddScoped<IPersonalData, InterviewData>()
        .AddEventHandler<WhenAnswered>()
        .AddEventHandler<WhenWithdrawn>();

    public static void MapInterviews(this Site site)
    {
        site.Registry.EventWords["interview."] = InterviewTexts.Source;
        site.Registry.Slots.Add(new("vacancy", 40, InterviewsCard.Load));
        var candidate = site.Pages.MapGroup("/applications/{token}").WithoutCharter().NeverStored();
        candidate.MapGet("/interview", AnswerPage.Get);
        candidate.MapPost("/interview", AnswerPage.Post);
        candidate.MapGet("/interview.ics", AnswerPage.Calendar);
        var desk = site.Pages.MapGroup("/desk/recruitment/{slug}/interviews");
        desk.MapGet("", InterviewsPage.Get);
        desk.MapGet("/plan", PlanPage.Get);
        desk.MapPost("/plan", PlanPage.Post);
        desk.MapGet("/questions", QuestionsPage.Get);
        desk.MapPost("/questions", QuestionsPage.Post);
        var one = desk.MapGroup("/{slot:guid}");
        one.MapGet("", SlotPage.Get);
        one.MapGet("/invite", InvitePage.Get);
        one.MapPost("/invite", InvitePage.Post);
        one.MapGet("/move", MovePage.Get);
        one.MapPost("/move", MovePage.Post);
        one.MapGet("/exchange", ExchangePage.Get);
        one.MapPost("/exchange", ExchangePage.Post);
        one.MapGet("/cancel", CancelPage.Get);
        one.MapPost("/cancel", CancelPage.Post);
        one.MapGet("/kit", KitPage.Get);
        one.MapGet("/notes", NotesPage.Get);
        one.MapPost("/notes", NotesPage.Post);
    }
}
