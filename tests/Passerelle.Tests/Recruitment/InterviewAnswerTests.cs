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

/// <summary>What becomes of an invitation: an answer, another slot, a withdrawal, and the files that went out.</summary>
public sealed class InterviewAnswerTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Declining_frees_the_slot_gives_the_director_something_to_do_and_is_harmless_twice()
    {
        var who = await Invitees.Applied(platform, "declines@candidats.example");
        var director = await platform.As("director");
        var slot = await platform.Slot(director, "2021-03-12", "09:00");
        await director.Invites(slot, who);
        var form = await who.Browser.Get(who.Path + "/interview");
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Browser.Submit(form, null, ("answer", "Declined"), ("words", "J’ai trouvé un autre poste."))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Browser.Submit(form, null, ("answer", "Declined"), ("words", "J’ai trouvé un autre poste."))).Status);
        var interview = await who.Interview();
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == interview.Id && e.Name == "interview.declined")));
        await platform.Deliver();
        Assert.Equal(1, await Tasks("décliné", await who.Number()));
        var page = await director.Get(slot);
        Assert.Contains("J’ai trouvé un autre poste.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("J’ai trouvé", (await (await platform.As("juror")).Get(slot)).Main, StringComparison.Ordinal);

        // Coming after all is still possible while nobody else has the slot.
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Answers(InterviewState.Accepted)).Status);
        await platform.Deliver();
        Assert.Equal(0, await Tasks("décliné", await who.Number()));
        await who.Answers(InterviewState.Declined);
        await director.Invites(slot, await Invitees.Applied(platform, "next@candidats.example"));
        var late = await who.Answers(InterviewState.Accepted);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("quelqu’un d’autre", late.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_slot_is_asked_for_and_given_under_the_same_name_with_a_higher_sequence()
    {
        var who = await Invitees.Applied(platform, "asks@candidats.example");
        var director = await platform.As("director");
        var (first, other) = (await platform.Slot(director, "2021-03-15", "09:00"), await platform.Slot(director, "2021-03-15", "14:00"));
        await director.Invites(first, who);
        Assert.NotNull((await who.Answers(InterviewState.AsksAnother)).ErrorAt("words"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.Answers(InterviewState.AsksAnother, ("slot", Guid.NewGuid().ToString()))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Answers(InterviewState.AsksAnother, ("slot", other.Split('/')[^1]))).Status);
        await platform.Deliver();
        Assert.Equal(1, await Tasks("autre moment", await who.Number()));
        Assert.Contains("14 h", (await director.Get(first)).Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(first + "/exchange")).Status);
        await platform.Deliver();
        Assert.Equal(0, await Tasks("autre moment", await who.Number()));
        var last = (await who.Invitations())[^1].Entry;
        Assert.Equal((1, new DateTime(2021, 3, 15, 13, 0, 0, DateTimeKind.Utc)), (last.Sequence, last.Start!.AsUtc));
        Assert.Equal(InterviewState.Invited, (await who.Interview()).State);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Answers(InterviewState.Accepted)).Status);
        Assert.Contains("Acceptée", (await director.Get(other)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_invited_before_the_deadline_and_nothing_is_answered_once_the_interview_has_begun()
    {
        var who = await Invitees.Applied(platform, "late@candidats.example");
        var director = await platform.As("director");
        var slot = await platform.Slot(director, "2021-03-17", "09:00");
        var now = platform.Clock.Now;
        try
        {
            platform.Clock.Set(Candidate.Deadline.AddSeconds(-5 * 60));
            var early = await director.Post(slot + "/invite", ("application", who.Id.ToString()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
            Assert.DoesNotContain("Maëlle", early.Text, StringComparison.Ordinal);
            platform.Clock.Set(now);
            await director.Invites(slot, who);
            var form = await who.Browser.Get(who.Path + "/interview");
            platform.Clock.Set(new DateTimeOffset(2021, 3, 17, 8, 0, 1, TimeSpan.Zero));
            var late = await who.Browser.Submit(form, null, ("answer", "Accepted"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
            Assert.Contains("a commencé", late.Main, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Fill(slot + "/cancel")).Status);
        }
        finally
        {
            platform.Clock.Set(now);
        }

        Assert.Equal(InterviewState.Invited, (await who.Interview()).State);
    }

    [Fact]
    public async Task Who_withdraws_has_no_interview_any_more_and_the_calendar_hears_of_it()
    {
        var who = await Invitees.Applied(platform, "withdraws@candidats.example");
        var director = await platform.As("director");
        var slot = await platform.Slot(director, "2021-03-18", "09:00");
        await director.Invites(slot, who);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Browser.Post(who.Path + "/withdraw")).Status);
        await platform.Deliver();
        Assert.Equal(InterviewState.Cancelled, (await who.Interview()).State);
        Assert.Contains(await who.Invitations(), i => i.Calendar.Method == "CANCEL");
        Assert.Equal(HttpStatusCode.NotFound, (await who.Browser.Get(who.Path + "/interview")).Status);
        await director.Invites(slot, await Invitees.Applied(platform, "after@candidats.example"));
    }

    [Fact]
    public async Task A_calendar_file_that_was_replaced_goes_when_no_mail_can_wait_for_it()
    {
        var who = await Invitees.Applied(platform, "replaced@candidats.example");
        var director = await platform.As("director");
        var slot = await platform.Slot(director, "2021-03-22", "09:00");
        await director.Invites(slot, who);
        await director.Fill(slot + "/move", ("time", "10:00"));
        await who.Invitations();
        var files = (await who.Interview()).Files.OrderBy(f => f.Sequence).ToList();
        Assert.Equal(2, files.Count);
        foreach (var (days, left) in new[] { (1, 2), (InterviewFile.DaysKept + 1, 1) })
        {
            await platform.Scope(async services =>
            {
                await services.GetRequiredService<InvitationMail>().ForgetReplaced(platform.Clock.Now.AddDays(days), default);
                return true;
            });
            Assert.Equal(left, (await who.Interview()).Files.Count);
        }

        var vault = platform.Services.GetRequiredService<Vault>();
        Assert.Equal((true, false), (await vault.Get(files[0].Bytes) is null, await vault.Get(files[1].Bytes) is null));
    }

    private Task<int> Tasks(string words, int number) => platform.Scope(async services =>
    {
        var director = (await services.GetRequiredService<Passerelle.Accounts.Contract.People>().WithRole("Director"))[0].Id;
        return (await services.GetRequiredService<TaskDesk>().OpenOf(director)).Count(t => t.Title.SourceValue.Contains(words, StringComparison.Ordinal) && t.Title.SourceValue.Contains($" {number} ", StringComparison.Ordinal));
    });
}
