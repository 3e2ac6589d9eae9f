using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Files;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>What the panel has at an interview: the questions, its notes, and not the needs.</summary>
public sealed class InterviewPanelTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_an_interview_must_allow_for_is_for_its_organiser_alone()
    {
        var (who, director, slot) = await Invited("needs@candidats.example", "2021-03-08", needs: "Une salle sans marches");
        Assert.Contains("Une salle sans marches", (await director.Get(slot)).Main, StringComparison.Ordinal);
        var seen = (await (await platform.As("juror")).Get(slot)).Main;
        Assert.Contains("Maëlle Vandekerkhove", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Une salle sans marches", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Une salle sans marches", (await who.Browser.Get(who.Path + "/interview")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questions_stand_in_the_candidates_language_beside_the_jurors_own()
    {
        var (_, director, slot) = await Invited("kit@candidats.example", "2021-03-09", "nl");
        Assert.Contains("Aucune question", (await director.Get(slot + "/kit")).Main, StringComparison.Ordinal);
        var saved = await director.Fill(Invitees.Interviews + "/questions", ("Technical.0.fr", "Quel projet transfrontalier avez-vous mené ?"), ("Technical.0.nl", "Welk grensoverschrijdend project hebt u geleid?"), ("Personal.0.fr", "Sans traduction"));
        Assert.NotNull(saved.ErrorAt("Personal.0.nl"));
        var stale = await director.Get(Invitees.Interviews + "/questions");
        saved = await director.Submit(stale, null, ("Technical.0.fr", "Quel projet transfrontalier avez-vous mené ?"), ("Technical.0.nl", "Welk grensoverschrijdend project hebt u geleid?"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(HttpStatusCode.Conflict, (await director.Submit(stale, null, ("Technical.0.fr", "Autre"), ("Technical.0.nl", "Ander"))).Status);

        var page = await (await platform.As("juror2")).Get(slot + "/kit");
        var cells = page.Html.QuerySelectorAll("main tbody td");
        Assert.Equal(["Welk grensoverschrijdend project hebt u geleid?", "Quel projet transfrontalier avez-vous mené ?"], cells.Select(c => c.TextContent));
        Assert.Equal("nl", cells[0].GetAttribute("lang"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("juror")).Get(Invitees.Interviews + "/questions")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("translator")).Get(slot + "/kit")).Status);
    }

    [Fact]
    public async Task Notes_are_their_jurors_own_until_both_have_handed_in_and_never_the_directors()
    {
        var (who, director, slot) = await Invited("notes@candidats.example", "2021-03-10");
        var (inge, stephane) = (await platform.As("juror"), await platform.As("juror2"));
        Assert.Equal(HttpStatusCode.NotFound, (await director.Get(slot + "/notes")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await inge.Fill(slot + "/notes", ("words", "Parle d’expérience"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await inge.Fill(slot + "/notes", ("done", "true"))).Status); // it has not begun
        Assert.DoesNotContain("Parle d’expérience", (await stephane.Get(slot + "/notes")).Text, StringComparison.Ordinal);

        var now = platform.Clock.Now;
        try
        {
            platform.Clock.Set(new DateTimeOffset(2021, 3, 10, 8, 30, 0, TimeSpan.Zero));
            Assert.Equal(HttpStatusCode.SeeOther, (await inge.Fill(slot + "/notes", ("done", "true"))).Status);
            Assert.DoesNotContain("Parle d’expérience", (await stephane.Get(slot + "/notes")).Text, StringComparison.Ordinal);
            Assert.NotNull((await stephane.Fill(slot + "/notes", ("done", "true"))).ErrorAt("words"));
            Assert.Equal(HttpStatusCode.SeeOther, (await stephane.Fill(slot + "/notes", ("words", "Hésite"), ("done", "true"))).Status);
            foreach (var juror in new[] { inge, stephane })
            {
                var page = await juror.Get(slot + "/notes");
                Assert.Contains("Parle d’expérience", page.Main, StringComparison.Ordinal);
                Assert.Contains("Hésite", page.Main, StringComparison.Ordinal);
            }

            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await inge.Post(slot + "/notes", ("words", "Autrement"), ("version", "3"))).Status);
        }
        finally
        {
            platform.Clock.Set(now);
        }

        Assert.DoesNotContain("Parle d’expérience", (await who.Browser.Get(who.Path + "/data")).Text, StringComparison.Ordinal); // not while the panel is at work
        await platform.Db(db => db.Set<Decision>().Where(d => d.ApplicationId == who.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.LettersSent, true)));
        var download = await who.Browser.Get(who.Path + "/data");
        Assert.Contains("Parle d’expérience", download.Text, StringComparison.Ordinal);
        Assert.Contains("Hésite", download.Text, StringComparison.Ordinal);
        var own = await platform.Scope(async services =>
        {
            var juror = await services.GetRequiredService<Passerelle.Accounts.Contract.People>().ByEmail("inge.daneelsen@demo.passerelle.example");
            return System.Text.Json.JsonSerializer.Serialize(await services.GetServices<Passerelle.Accounts.Contract.IPersonalData>().Single(d => d.Name == "interviews").Of(juror!.Id, default), Plain);
        });
        Assert.Contains("Parle d’expérience", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Hésite", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_notes_and_calendar_files_go_with_the_application()
    {
        var (who, _, slot) = await Invited("erased@candidats.example", "2021-03-11");
        await (await platform.As("juror")).Fill(slot + "/notes", ("words", "À oublier"));
        var interview = await who.Interview();
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Browser.Post(who.Path + "/erase")).Status);
        Assert.False(await platform.Db(db => db.Set<Interview>().AnyAsync(i => i.ApplicationId == who.Id)));
        Assert.False(await platform.Db(db => db.Set<InterviewNote>().AnyAsync(n => n.InterviewId == interview.Id)));
        Assert.Null(await platform.Services.GetRequiredService<Vault>().Get(Assert.Single(interview.Files).Bytes));
        Assert.DoesNotContain("Maëlle", (await (await platform.As("director")).Get(slot)).Main, StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<(Invitee Who, Guest Director, string Slot)> Invited(string email, string day, string language = "fr", string needs = "")
    {
        var who = await Invitees.Applied(platform, email, language, needs: needs);
        var director = await platform.As("director");
        var slot = await platform.Slot(director, day, "09:00");
        await director.Invites(slot, who);
        return (who, director, slot);
    }
}
