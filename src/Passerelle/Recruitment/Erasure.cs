using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Files;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;
using static Passerelle.Recruitment.Offers.OfferTexts;

namespace Passerelle.Recruitment;

/// <summary>Makes an application gone: its documents and the text in them, its rows, and every mail about it, queued or kept as a file.</summary>
public sealed class Erasure(PlatformDb db, DocumentDesk documents, MailFolder mails, InterviewErasure interviews, DirectorTasks tasks, Clock clock)
{
    /// <summary>At the candidate's wish. The copies that left already lie in a mailbox: deleting them becomes a task.</summary>
    public async Task EraseOnRequest(Application application, Vacancy vacancy, Act act, CancellationToken stop)
    {
        var (number, isCopied) = (application.Number, application.IsCopied);
        await Erase(application.Id, act, stop);
        if (isCopied)
        {
            await tasks.AskForCopies(vacancy, $"no-{number}", () => T("task.copy", number), clock.DateOf(act.At), act);
        }
    }

    public async Task Erase(Guid id, Act act, CancellationToken stop)
    {
        List<ApplicationDocument> files = [];
        List<Guid> letters = [];
        IReadOnlyList<VaultName> calendars = [];
        await db.Alone(async () =>
        {
            if (await db.Set<Application>().Include(a => a.AllDocuments).Include(a => a.Links).FirstOrDefaultAsync(a => a.Id == id, stop) is not { } application)
            {
                return false;
            }

            files = [.. application.AllDocuments];
            letters = await db.Set<QueuedMail>().Where(m => m.About == id).Select(m => m.Id).ToListAsync(stop);
            await db.Set<QueuedMail>().Where(m => m.About == id).ExecuteDeleteAsync(stop);
            await db.ForgetSelection(id, stop);
            await db.Set<Offer>().Where(o => o.ApplicationId == id).ExecuteDeleteAsync(stop);
            await db.Set<Telling>().Where(t => t.ApplicationId == id).ExecuteDeleteAsync(stop);
            calendars = await interviews.Forget(id, act, stop);
            application.Erased(act);
            db.Remove(application);
            await db.SaveChangesAsync(stop);
            return true;
        }, stop);
        mails.Remove(letters);
        files.ForEach(documents.Remove);
        interviews.Remove(calendars);
    }
}
