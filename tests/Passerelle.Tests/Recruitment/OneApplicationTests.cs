using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>One application for a person and a vacancy, by whichever way it came; and what a letter says of its writer.</summary>
public sealed class OneApplicationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Desk = "/fr/desk/recruitment/" + Candidate.Vacancy;

    [Fact]
    public async Task Who_was_received_online_is_not_registered_on_paper_too()
    {
        var candidate = await Candidate.Begins(platform, "online@candidats.example");
        await candidate.Proves();
        var director = await platform.As("director");
        await candidate.Prepares();
        await candidate.Sends();
        var number = await platform.Db(db => db.Set<Application>().Where(a => a.Email == "online@candidats.example").Select(a => a.Number).FirstAsync());
        var refused = await director.Fill(Desk + "/post", ("name", "Odile Vermeersch"), ("email", "Online@candidats.example"), ("language", "fr"));
        Assert.Contains($"n° {number}", refused.ErrorAt("email"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_letter_is_registered_proves_no_other_and_who_only_knows_the_address_learns_nothing()
    {
        var director = await platform.As("director");
        await PostTests.Register(director, "paper@candidats.example");
        var candidate = await Candidate.Begins(platform, "paper@candidats.example"); // the answer is the same as for any address
        await candidate.Prepares();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Sends()).Status);
        var link = Candidate.LinkIn((await candidate.Mails()).Last(m => m.Subject.StartsWith("Accusé", StringComparison.Ordinal)));
        var proof = await candidate.Browser.Post(link + "/proof");
        Assert.Contains("a déjà une candidature", proof.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_registered_while_a_draft_was_open_keeps_the_draft_from_being_sent()
    {
        var candidate = await Candidate.Begins(platform, "drafted@candidats.example");
        await candidate.Proves();
        await candidate.Prepares();
        await PostTests.Register(await platform.As("director"), "drafted@candidats.example"); // a draft is no application yet
        Assert.Contains("a déjà une candidature", (await candidate.Sends()).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_letter_says_of_regime_status_and_reserve_is_registered_by_the_director_alone()
    {
        var director = await platform.As("director");
        var path = await PostTests.Register(director, "facts@candidats.example");
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("juror")).Get(path + "/facts")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(path + "/facts", ("regime", "B"), ("servant", "no"), ("reserve", "true"))).Status);
        var application = await platform.Db(db => db.Set<Application>().FirstAsync(a => a.Email == "facts@candidats.example"));
        Assert.Equal((Regime.B, false, true), (application.Regime, application.CivilServant, application.KeepInReserve));
        Assert.Contains("B : ", (await director.Get(path)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_that_is_over_registers_nothing_more()
    {
        await using var closed = new Closed();
        await closed.InitializeAsync();
        var director = await closed.As("director");
        var path = await PostTests.Register(director, "whole@candidats.example");
        await PostTests.Letter(director, path, "2021-01-26");
        await PostTests.Copy(director, path, "Tue, 26 Jan 2021 10:15:30 +0100");
        await closed.AfterTheDeadline();
        await closed.Decided((await closed.Sent(1)).Id, Outcome.NotRetained);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Desk + "/closing/letters")).Status);
        await closed.Services.GetRequiredService<MailSender>().SendAll(default);
        var version = await PostTests.Version(director, path + "/facts");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Desk + "/closing/close")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await director.Get(path + "/facts")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(path + "/facts", ("regime", "B"), ("version", version))).Status);
        Assert.Null((await closed.Sent(1)).Regime);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Fill(Desk + "/post", ("name", "Odile Vermeersch"), ("email", "more@candidats.example"), ("language", "fr"))).Status);
        Assert.Equal(1, await closed.Db(db => db.Set<Application>().CountAsync()));
    }

    [Fact]
    public async Task What_is_erased_on_request_leaves_a_task_to_delete_the_copy_that_was_mailed()
    {
        var candidate = await Candidate.Begins(platform, "erased@candidats.example");
        await candidate.Prepares();
        await candidate.Sends();
        var number = await platform.Db(db => db.Set<Application>().Where(a => a.Email == "erased@candidats.example").Select(a => a.Number).FirstAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Browser.Post(candidate.Path + "/erase")).Status);
        var director = await platform.As("director");
        var task = $"la copie reçue par courriel de la candidature n° {number}";
        Assert.Contains(task, (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(Desk + "/copies")).Status);
        Assert.DoesNotContain(task, (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
    }

    private sealed class Closed : TestPlatform;
}
