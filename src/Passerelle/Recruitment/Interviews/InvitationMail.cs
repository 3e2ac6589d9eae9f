using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews.Emails;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

/// <summary>Writes to a candidate about an interview, in their language, with a fresh link and the file for their calendar.</summary>
public sealed class InvitationMail(PlatformDb db, MailDesk mail, Vault vault, People people, PlatformOptions options)
{
    private readonly List<VaultName> _laid = [];

    /// <param name="kind">What it says: «invited», «moved» or «cancelled».</param>
    /// <param name="held">The interview and its slot, as they now are.</param>
    /// <param name="application">Who is written to.</param>
    /// <param name="vacancy">What the interview is for.</param>
    /// <param name="at">When it was decided.</param>
    /// <param name="stop">Given up when asked.</param>
    public async Task Send<TMail>(string kind, HeldInterview held, Application application, Vacancy vacancy, DateTimeOffset at, CancellationToken stop)
        where TMail : InterviewMail
    {
        if (!vault.IsOpen)
        {
            throw new RuleBroken(T("rule.vault"));
        }

        var method = typeof(TMail) == typeof(InterviewCancelled) ? InterviewCalendar.Cancel : InterviewCalendar.Request;
        var file = held.Interview.NewFile(at);
        db.Add(file);
        _laid.Add(file.Bytes);
        await vault.Put(file.Bytes, InterviewCalendar.Write(method, held, vacancy, application, await Organizer(vacancy, stop), at), stop);
        var token = application.NewLink(at, proves: true);
        var name = "";
        var letter = await mail.Queue<TMail>(application.Email, application.Language, () => T($"mail.{kind}.subject", vacancy.Title.Read(Language.Content).Value, held.Slot.When), () =>
        {
            name = T("calendar.file");
            return new()
            {
                [nameof(InterviewMail.Application)] = application,
                [nameof(InterviewMail.Vacancy)] = vacancy,
                [nameof(InterviewMail.Slot)] = held.Slot,
                [nameof(InterviewMail.IsNew)] = kind == "invited",
                [nameof(InterviewMail.Link)] = options.PublicUrl + Href.To($"/applications/{token}/interview"),
            };
        });
        letter.About = application.Id;
        letter.Attach([new MailFile(name, InterviewCalendar.ContentType(method), file.Bytes)]);
    }

    /// <summary>Whoever answers the invitation in a calendar writes to the contact of the vacancy, or else to the Director.</summary>
    public async Task<string> Organizer(Vacancy vacancy, CancellationToken stop) =>
        vacancy.Rules.ContactEmail is { Length: > 0 } contact ? contact : await people.WithRole(Role.Director, stop) is [var director, ..] ? director.Email : "";

    /// <summary>What was laid in the vault for mails that are not sent goes again.</summary>
    internal void Over(bool done)
    {
        if (!done)
        {
            _laid.ForEach(vault.Remove);
        }

        _laid.Clear();
    }

    /// <summary>Files of former invitations go once no mail can still wait for them. Every night.</summary>
    public async Task ForgetReplaced(DateTimeOffset due, CancellationToken stop)
    {
        var before = due.AddDays(-InterviewFile.DaysKept);
        var newer = db.Set<InterviewFile>();
        var old = await db.Set<InterviewFile>().Where(f => f.At < before && newer.Any(n => n.InterviewId == f.InterviewId && n.Sequence > f.Sequence)).ToListAsync(stop);
        db.RemoveRange(old);
        await db.SaveChangesAsync(stop);
        old.ForEach(f => vault.Remove(f.Bytes));
    }
}
