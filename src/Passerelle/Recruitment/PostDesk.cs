using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Emails;
using Passerelle.Recruitment.Offers;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

/// <summary>A file of a scan or a mail, and the place it goes to.</summary>
/// <param name="Field">Where what is wrong with it is said.</param>
/// <param name="Languages">Of letters the languages of its pages, in their order; none for a CV.</param>
public sealed record PostedFile(string Field, DocumentSlot Slot, IReadOnlyList<string> Languages, string Name, byte[] Bytes);

/// <summary>Applications by post and e-mail: what staff register, and what becomes of it.</summary>
public sealed class PostDesk(PlatformDb db, ApplicationDesk desk, DocumentDesk documents)
{
    /// <summary>The one of this number that came by post.</summary>
    public Task<Application?> Find(Vacancy vacancy, int number, CancellationToken stop) =>
        db.Set<Application>().Include(a => a.AllDocuments).FirstOrDefaultAsync(a => a.VacancyId == vacancy.Id && a.Number == number && a.Channel == Channel.Post, stop);

    /// <summary>Inspects what came and puts each file in its place. What is refused stands at its field, and nothing of this sending is kept.</summary>
    /// <param name="leaveOut">What is refused is left out instead, as if it had not come.</param>
    public async Task<IReadOnlyList<ApplicationDocument>?> Take(Form form, IEnumerable<PostedFile> files, Application application, Vacancy vacancy, DateTimeOffset at, bool leaveOut, CancellationToken stop)
    {
        List<ApplicationDocument> taken = [];
        foreach (var file in files)
        {
            if (await documents.Take(leaveOut ? Form.Of() : form, file.Field, file.Bytes, file.Name, application.Id, file.Slot, file.Languages, vacancy.Rules, at, stop) is { } document)
            {
                taken.Add(document);
            }
        }

        if (form.Ok)
        {
            return taken;
        }

        taken.ForEach(documents.Remove);
        return null;
    }

    /// <summary>Saves a half with its documents, settles the application if that completes it, and tells its candidate.</summary>
    public async Task<bool> Save(Form form, Application application, Vacancy vacancy, IReadOnlyList<ApplicationDocument> files, Action half, Act act)
    {
        List<ApplicationDocument> replaced = [];
        var done = await form.Save(db, () => Task.FromResult(Form.VersionOf(application)), () =>
        {
            application.MustBe(form.Version);
            vacancy.MustBePublished();
            half();
            foreach (var file in files)
            {
                replaced.AddRange(application.PutScan(file, act));
            }
        });
        if (!done)
        {
            files.ToList().ForEach(documents.Remove);
            return false;
        }

        replaced.ForEach(documents.Remove);
        if (!await Settle(application, vacancy, act))
        {
            await desk.Mail<HalfReceived>(application, vacancy, "half", act.At);
            await db.SaveChangesAsync();
        }

        return true;
    }

    /// <summary>When nothing more can come in time, what lacks a half is incomplete, and its candidate is told what was missing. Every night.</summary>
    public async Task SettleAll(DateTimeOffset due, CancellationToken stop)
    {
        var waiting = await db.Set<Application>().Include(a => a.AllDocuments).Where(a => a.State == ApplicationState.Registered).ToListAsync(stop);
        var vacancies = await db.Vacancies(waiting.Select(a => a.VacancyId), stop);
        foreach (var application in waiting)
        {
            await Settle(application, vacancies[application.VacancyId], Act.BySystem(due));
        }
    }

    public static string HalvesInWords(IEnumerable<string> halves) => Passerelle.Platform.Localization.Say.All([.. halves.Select(h => T("half." + h))]);

    private Task<bool> Settle(Application application, Vacancy vacancy, Act act) => db.InOneTransaction(async () =>
    {
        if (!application.Settle(vacancy, act))
        {
            return false;
        }

        await db.Set<Telling>().Where(t => t.ApplicationId == application.Id).ExecuteDeleteAsync(); // what was said before counts no longer
        if (application.State == ApplicationState.Sent)
        {
            await desk.Mail<ApplicationReceipt>(application, vacancy, "receipt", act.At);
        }
        else
        {
            // Who is not admissible must have been told: a mail that comes back keeps the procedure open.
            db.Add(Telling.Of(application, (await desk.Mail<ApplicationIncomplete>(application, vacancy, "incomplete", act.At)).Id, act));
        }

        await db.SaveChangesAsync();
        return true;
    });
}
