using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using ICalendar = Ical.Net.Calendar;

namespace Passerelle.Tests.Recruitment;

/// <summary>Somebody whose application was received, by the acts alone: interviews need no documents to look at.</summary>
internal sealed class Invitee(TestPlatform platform, Guid id, string token, string email)
{
    public Guid Id => id;

    public string Email => email;

    public string Path => $"/fr/applications/{token}";

    public Guest Browser { get; } = platform.Visitor();

    public Task<int> Number() => platform.Db(db => db.Set<Application>().Where(a => a.Id == id).Select(a => a.Number!.Value).FirstAsync());

    public Task<Interview> Interview() => platform.Db(db => db.Set<Interview>().AsNoTracking().Include(i => i.Files).OrderByDescending(i => i.InvitedAt).FirstAsync(i => i.ApplicationId == id));

    public Task<Answer> Answers(InterviewState answer, params (string, string?)[] more) => Browser.Fill(Path + "/interview", [("answer", answer.ToString()), .. more]);

    /// <summary>Their mails as they left, with the calendar that came along.</summary>
    public async Task<List<(ReadMail Mail, string ContentType, ICalendar Calendar, CalendarEvent Entry)>> Invitations()
    {
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        List<(ReadMail, string, ICalendar, CalendarEvent)> read = [];
        foreach (var mail in await platform.MailsTo(email))
        {
            var file = await platform.Services.GetRequiredService<MailFolder>().Read(mail.Id);
            foreach (var part in file!.Attachments.OfType<MimeKit.MimePart>())
            {
                using var bytes = new MemoryStream();
                await part.Content!.DecodeToAsync(bytes);
                var calendar = ICalendar.Load(System.Text.Encoding.UTF8.GetString(bytes.ToArray()))!;
                read.Add((mail, part.ContentType.ToString(), calendar, Assert.Single(calendar.Events)!));
            }
        }

        return read;
    }
}

/// <summary>Interviews as the Director holds them, once the deadline has passed.</summary>
internal static class Invitees
{
    public const string Slug = Candidate.Vacancy;
    public const string Interviews = $"/fr/desk/recruitment/{Slug}/interviews";

    private static readonly DateTimeOffset Arrived = new(2021, 2, 10, 9, 0, 0, TimeSpan.Zero);

    public static async Task<Invitee> Applied(TestPlatform platform, string email, string language = "fr", string name = "Maëlle Vandekerkhove", string needs = "", string vacancySlug = Slug, Outcome? outcome = Outcome.Retained)
    {
        var token = "";
        var id = await platform.Db(async db =>
        {
            var vacancy = await db.Set<Vacancy>().FirstAsync(v => v.Slug == vacancySlug);
            var application = Application.Begin(Guid.CreateVersion7(), vacancy.Id, name, email, People.KeyOf(email), language, Arrived);
            application.Prove(Arrived);
            application.Tell(new(name, language, Regime.F, false, [], false), vacancy, Arrived);
            application.Need(needs, Arrived);
            application.Put(new ApplicationDocument(application.Id, DocumentSlot.Cv, [], "cv.pdf", 1, new string('1', 64), 1, [], true, Arrived), vacancy, Arrived);
            application.Put(new ApplicationDocument(application.Id, DocumentSlot.Letter, ["fr", "nl"], "letters.pdf", 1, new string('2', 64), 2, ["fr", "nl"], true, Arrived), vacancy, Arrived);
            application.Send(vacancy, 1, Arrived);
            token = application.NewLink(Arrived, proves: true);
            db.Add(application);
            await db.SaveChangesAsync();
            return application.Id;
        });
        AfterDeadline(platform);
        if (outcome is { } decided)
        {
            await platform.Decided(id, decided);
        }

        return new(platform, id, token, email);
    }

    /// <summary>Another post to fill, before another panel.</summary>
    public static Task<string> OtherVacancy(TestPlatform platform) => platform.Db(async db =>
    {
        using var french = Language.In("fr");
        var former = (await db.Vacancy(Slug))!;
        var panel = await db.Set<Passerelle.Accounts.Person>().Where(p => p.DemoKey == "partner" || p.DemoKey == "body-member").Select(p => p.Id).ToListAsync();
        var act = Act.BySystem(new(2021, 1, 2, 9, 0, 0, TimeSpan.Zero));
        var vacancy = VacancyCopy.Of(Guid.CreateVersion7(), "autre-poste", Vacancy.AllTexts.ToDictionary(t => t.Name, t => t.Of(former).Copy()), former, act);
        panel.ForEach(p => vacancy.SeatJuror(p, act));
        vacancy.Publish(act);
        db.Add(vacancy);
        await db.SaveChangesAsync();
        return vacancy.Slug;
    });

    public static void AfterDeadline(TestPlatform platform)
    {
        if (platform.Clock.Now < Candidate.Deadline.AddHours(1))
        {
            platform.Clock.Set(Candidate.Deadline.AddDays(3));
        }
    }

    public static Task<Answer> Plans(this Guest director, string day, string time, params (string, string?)[] more) => director.PlansAt(Interviews, day, time, more);

    public static async Task<Answer> PlansAt(this Guest director, string interviews, string day, string time, params (string, string?)[] more)
    {
        (string, string?)[] fields = [("day", day), ("time", time), ("minutes", "45"), ("room", "Salle du Lys"), .. more];
        return await director.Submit(await director.Get(interviews + "/plan"), null, [.. fields.GroupBy(f => f.Item1).Select(g => g.Last())]);
    }

    /// <summary>Plans one slot, and returns its address.</summary>
    public static async Task<string> Slot(this TestPlatform platform, Guest director, string day, string time, params (string, string?)[] more)
    {
        var answer = await director.Plans(day, time, more);
        Assert.True(answer.Location is not null, answer.Main);
        var slots = await platform.Db(db => db.Set<InterviewSlot>().AsNoTracking().ToListAsync());
        return $"{Interviews}/{slots.Single(s => s.Day.ToString("yyyy-MM-dd", null) == day && s.Time.ToString("HH:mm", null) == time && s.State == SlotState.Planned).Id}";
    }

    public static async Task Invites(this Guest director, string slot, Invitee who)
    {
        var answer = await director.Fill(slot + "/invite", ("application", who.Id.ToString()));
        Assert.True(answer.Location is not null, answer.Main);
    }
}
