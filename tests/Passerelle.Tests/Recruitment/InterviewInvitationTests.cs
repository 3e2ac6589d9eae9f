using System.Net;
using Ical.Net.DataTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Files;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Selection;
using Passerelle.Tasks.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Invitations with their calendar file, and what candidates answer.</summary>
public sealed class InterviewInvitationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("fr", "Invitation à un entretien", "mercredi 3 mars 2021 à 9 h", "Belgique", "cinq minutes à pied", "Entretien : Coordin")]
    [InlineData("nl", "Uitnodiging voor een gesprek", "donderdag 4 maart 2021 om 9.00 uur", "België", "vijf minuten wandelen", "Gesprek: ")]
    public async Task An_invitation_says_when_where_and_how_in_the_candidates_language_and_brings_a_file_for_the_calendar(string language, string subject, string when, string place, string travel, string summary)
    {
        var who = await Invitees.Applied(platform, $"invited-{language}@candidats.example", language);
        var director = await platform.As("director");
        var slot = await platform.Slot(director, language == "fr" ? "2021-03-03" : "2021-03-04", "09:00");
        await director.Invites(slot, who);

        var (mail, type, calendar, entry) = Assert.Single(await who.Invitations());
        Assert.Equal(language, mail.Language);
        Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(when, mail.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Salle du Lys", mail.Text, StringComparison.Ordinal);
        Assert.Contains(place, mail.Text, StringComparison.Ordinal);
        Assert.Contains(travel, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/{language}/applications/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("text/calendar", type, StringComparison.Ordinal);
        Assert.Contains("method=REQUEST", type.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var interview = await who.Interview();
        Assert.Equal(("REQUEST", 0, interview.Uid), (calendar.Method, entry.Sequence, entry.Uid));
        Assert.Equal(new CalDateTime(new DateTime(2021, 3, language == "fr" ? 3 : 4, 9, 0, 0), "Europe/Brussels"), entry.Start);
        Assert.Equal(new DateTime(2021, 3, language == "fr" ? 3 : 4, 8, 45, 0, DateTimeKind.Utc), entry.End!.AsUtc);
        Assert.StartsWith(summary, entry.Summary!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(place, entry.Location, StringComparison.Ordinal);
        Assert.Equal("mailto:jobs@demo.passerelle.example", entry.Organizer!.Value!.ToString());
        Assert.Equal("mailto:" + who.Email, Assert.Single(entry.Attendees).Value!.ToString());

        var page = await who.Browser.Get(who.Path);
        Assert.Contains("Nous attendons votre réponse", page.Main, StringComparison.Ordinal);
        Assert.Contains("9 h", page.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var file = await who.Browser.Get(who.Path + "/interview.ics");
        Assert.Equal(entry.Uid, Ical.Net.Calendar.Load(file.Text)!.Events[0]!.Uid);
        Assert.StartsWith("text/calendar", file.Response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_the_hour_raises_the_sequence_under_the_same_name_and_asks_for_a_new_answer()
    {
        var who = await Invitees.Applied(platform, "moved@candidats.example");
        var director = await platform.As("director");
        var slot = await platform.Slot(director, "2021-03-08", "09:00");
        await director.Invites(slot, who);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Answers(InterviewState.Accepted)).Status);
        var stale = await who.Browser.Get(who.Path + "/interview");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(slot + "/move", ("time", "11:00"))).Status);

        Assert.Equal(InterviewState.Invited, (await who.Interview()).State);
        var invitations = await who.Invitations();
        Assert.Equal([0, 1], invitations.Select(i => i.Entry.Sequence));
        Assert.Single(invitations.Select(i => i.Entry.Uid).Distinct());
        Assert.Equal(new DateTime(2021, 3, 8, 10, 0, 0, DateTimeKind.Utc), invitations[1].Entry.Start!.AsUtc);
        Assert.StartsWith("Entretien déplacé", invitations[1].Mail.Subject, StringComparison.Ordinal);

        // An answer to the former hour is none to the new one.
        Assert.Equal(HttpStatusCode.Conflict, (await who.Browser.Submit(stale, null, ("answer", "Accepted"))).Status);
        Assert.Equal(InterviewState.Invited, (await who.Interview()).State);

        // Who sits is no news for the candidate; the room is.
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(slot + "/move")).Status);
        Assert.Equal(2, (await who.Invitations()).Count);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(slot + "/move", ("room", "Salle de l’Escaut"))).Status);
        Assert.Equal(2, (await who.Invitations())[^1].Entry.Sequence);
    }

    [Fact]
    public async Task Calling_off_mails_a_cancellation_with_a_higher_sequence_and_the_slot_may_be_kept()
    {
        var (who, other) = (await Invitees.Applied(platform, "off@candidats.example"), await Invitees.Applied(platform, "instead@candidats.example"));
        var director = await platform.As("director");
        var slot = await platform.Slot(director, "2021-03-09", "09:00");
        await director.Invites(slot, who);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(slot + "/cancel", ("keep", "true"))).Status);
        var (_, type, calendar, entry) = (await who.Invitations())[^1];
        Assert.Contains("CANCEL", type, StringComparison.Ordinal);
        Assert.Equal(("CANCEL", 1, "CANCELLED"), (calendar.Method, entry.Sequence, entry.Status));
        Assert.Contains("Annulé", (await who.Browser.Get(who.Path)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await who.Browser.Get(who.Path + "/interview.ics")).Status);
        var after = await who.Interview();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.Browser.Post(who.Path + "/interview", ("answer", "Accepted"), ("version", $"{after.Version}"))).Status);
        await director.Invites(slot, other);
    }

    [Fact]
    public async Task A_slot_has_one_candidate_and_a_candidate_one_slot()
    {
        var (who, other) = (await Invitees.Applied(platform, "one@candidats.example"), await Invitees.Applied(platform, "two@candidats.example"));
        var director = await platform.As("director");
        var (first, second) = (await platform.Slot(director, "2021-03-10", "09:00"), await platform.Slot(director, "2021-03-10", "11:00"));
        var (open, late) = (await director.Get(first + "/invite"), await director.Get(second + "/invite"));
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(open, null, ("application", who.Id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(open, null, ("application", who.Id.ToString()))).Status); // sent twice
        var taken = await director.Post(first + "/invite", ("application", other.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("déjà donné", taken.Main, StringComparison.Ordinal);
        var has = await director.Submit(late, null, ("application", who.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, has.Status);
        Assert.Contains("a déjà un entretien", has.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(second + "/invite", ("application", Guid.Empty.ToString()))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(second + "/invite")).Status);
        Assert.Single(await who.Invitations());
        Assert.Empty(await other.Invitations());
    }

    [Fact]
    public async Task Whoever_applies_for_two_posts_is_not_in_two_interviews_at_once()
    {
        var other = await Invitees.OtherVacancy(platform);
        var (here, there) = (await Invitees.Applied(platform, "both@candidats.example"), await Invitees.Applied(platform, "both@candidats.example", vacancySlug: other));
        var director = await platform.As("director");
        await director.Invites(await platform.Slot(director, "2021-03-23", "09:00"), here);
        var interviews = $"/fr/desk/recruitment/{other}/interviews";
        Assert.Equal(HttpStatusCode.SeeOther, (await director.PlansAt(interviews, "2021-03-23", "09:30", ("room", "Ailleurs"), ("count", "2"))).Status);
        var slots = (await director.Get(interviews)).Html.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!).ToList();
        var refused = await director.Fill(slots[0] + "/invite", ("application", there.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("un autre entretien à ce moment", refused.ErrorAt("application"), StringComparison.Ordinal);
        await director.Invites(slots[1], there);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("juror")).Get(slots[1])).Status); // on another panel
    }

    [Fact]
    public async Task Only_who_is_retained_is_invited_and_no_juror_sits_who_declared_a_conflict_of_interest()
    {
        var director = await platform.As("director");
        var (undecided, reserve, who) = (await Invitees.Applied(platform, "undecided@candidats.example", outcome: null), await Invitees.Applied(platform, "inreserve@candidats.example", outcome: Outcome.Reserve), await Invitees.Applied(platform, "conflict@candidats.example"));
        var slot = await platform.Slot(director, "2021-03-30", "09:00");
        foreach (var other in new[] { undecided, reserve })
        {
            var refused = await director.Fill(slot + "/invite", ("application", other.Id.ToString()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("pas retenue", refused.ErrorAt("application"), StringComparison.Ordinal);
        }

        var juror = await platform.As("juror");
        Assert.Equal(HttpStatusCode.SeeOther, (await juror.Fill(Applicants.At(await who.Number(), "/conflict"), ("reason", "Une cousine"))).Status);
        var seated = await director.Fill(slot + "/invite", ("application", who.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, seated.Status);
        Assert.Contains("Inge Daneelsen", seated.Main, StringComparison.Ordinal);

        // Declared later, it closes what the juror could see of that interview.
        var after = await Invitees.Applied(platform, "later-conflict@candidats.example");
        var next = await platform.Slot(director, "2021-03-30", "14:00");
        await director.Invites(next, after);
        Assert.Equal(HttpStatusCode.OK, (await juror.Get(next)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await juror.Fill(Applicants.At(await after.Number(), "/conflict"), ("reason", "Un ancien collègue"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await juror.Get(next)).Status);
    }

    [Fact]
    public async Task Of_two_who_invite_to_the_same_slot_at_once_one_is_refused()
    {
        var people = new[] { await Invitees.Applied(platform, "at-once-1@candidats.example"), await Invitees.Applied(platform, "at-once-2@candidats.example") };
        var directors = await Task.WhenAll(platform.As("director"), platform.As("director"));
        var slot = await platform.Slot(directors[0], "2021-03-11", "09:00");
        var answers = await Task.WhenAll(directors.Zip(people).Select(p => p.First.Fill(slot + "/invite", ("application", p.Second.Id.ToString()))));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.Status).Order());
        var id = Guid.Parse(slot.Split('/')[^1]);
        Assert.Equal(1, await platform.Db(db => db.Set<Interview>().CountAsync(i => i.SlotId == id)));
    }
}
