using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>A candidate answers an invitation by their own link: they come, they do not, or they ask for another hour.</summary>
public sealed partial class AnswerPage
{
    public sealed record View(Form Form, string Token, Application Application, Vacancy Vacancy, HeldInterview Held, IReadOnlyList<InterviewSlot> Free);

    internal static async Task<IResult> Get(string token, Visit visit, PlatformDb db) =>
        await Find(token, visit, db) is { } view ? Show(view) : visit.NotFound();

    internal static async Task<IResult> Calendar(string token, Visit visit, PlatformDb db, InvitationMail mail, HttpContext http) =>
        await Find(token, visit, db) is not { Held.Interview.Stands: true } view ? visit.NotFound()
            : Results.File(InterviewCalendar.Write(InterviewCalendar.Request, view.Held, view.Vacancy, view.Application, await mail.Organizer(view.Vacancy, http.RequestAborted), view.Held.Interview.InvitedAt), InterviewCalendar.ContentType(InterviewCalendar.Request), T("calendar.file"));

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, Seating seating, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await Find(token, visit, db) is not { } view)
        {
            return visit.NotFound();
        }

        var (answer, wanted) = (form.Choice<InterviewState>("answer"), form.Id("slot", optional: true));
        var words = form.Text("words", Interview.WordsLimit, optional: true);
        var done = await form.SaveAlone(db, async () => (await Find(token, visit, db))!.Form, async () =>
        {
            db.ChangeTracker.Clear();
            var interview = await db.Set<Interview>().FirstAsync(i => i.Id == view.Held.Interview.Id);
            await Answer(interview, answer!.Value, wanted, words, form.Version, visit.Now, db, seating);
        });
        return done ? visit.Done("/applications/" + token, T($"answered.{answer}")) : Show((await Find(token, visit, db))! with { Form = form }, form);
    }

    /// <summary>The same answer once more changes nothing; another one is given to the hour that was read.</summary>
    private static async Task Answer(Interview interview, InterviewState answer, Guid? wanted, string words, int version, DateTimeOffset at, PlatformDb db, Seating seating)
    {
        var slot = (await db.Slot(interview.SlotId))!;
        if (interview.State != answer)
        {
            interview.MustBe(version);
        }

        if (!interview.Stands && answer != InterviewState.Declined)
        {
            await seating.MustBeFree(slot, await db.Set<Application>().FirstAsync(a => a.Id == interview.ApplicationId), interview.Id, default);
            slot.MustBeToCome(at);
        }

        switch (answer)
        {
            case InterviewState.Accepted:
                interview.Accept(slot, at);
                break;
            case InterviewState.Declined:
                interview.Decline(words, slot, at);
                break;
            case InterviewState.AsksAnother:
                if (wanted is { } id && id != interview.WantedSlotId && (await db.FreeSlots(slot.VacancyId, at)).All(s => s.Id != id))
                {
                    throw new RuleBroken(T("rule.slot.none"), "slot");
                }

                interview.AskAnother(wanted, words, slot, at);
                break;
            default:
                throw new RuleBroken(T("rule.answer.choose"), "answer");
        }
    }

    /// <summary>The interview of a link's application; null when the link is none of ours or nobody has invited.</summary>
    private static async Task<View?> Find(string token, Visit visit, PlatformDb db)
    {
        if (await db.Application(token) is not var (application, _) || application.State != ApplicationState.Sent || await db.InterviewOf(application.Id) is not { } held)
        {
            return null;
        }

        var vacancy = await db.Set<Vacancy>().AsNoTracking().FirstAsync(v => v.Id == application.VacancyId);
        var form = Form.VersionOf(held.Interview).With("answer", held.Interview.State is InterviewState.Invited or InterviewState.Cancelled ? "" : held.Interview.State.ToString())
            .With("slot", held.Interview.WantedSlotId?.ToString()).With("words", held.Interview.Words);
        return new(form, token, application, vacancy, held, await db.FreeSlots(vacancy.Id, visit.Now));
    }
}
