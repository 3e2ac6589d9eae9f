using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Passerelle.Participation;
using Passerelle.Platform.Email;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>What people do who follow something.</summary>
internal static partial class FollowScene
{
    private static int _days;

    /// <summary>Asks to follow without an account; gives back the path of the link in the mail.</summary>
    public static async Task<string> AskToFollow(this TestPlatform platform, string email, string thing = "group/parc-bleu", string language = "fr")
    {
        var answer = await platform.Visitor().Fill($"/{language}/follow/{thing}", ("email", email), ("language", language));
        Assert.Equal($"/{language}/follow/sent", answer.Location);
        return ConfirmLink().Match((await platform.MailsTo(email))[^1].Text).Value;
    }

    /// <summary>Follows without an account, to the end.</summary>
    public static async Task FollowByMail(this TestPlatform platform, string email, string thing = "group/parc-bleu", string language = "fr") =>
        Assert.Equal(303, (int)(await platform.Visitor().Fill(await platform.AskToFollow(email, thing, language))).Status);

    /// <summary>With the account.</summary>
    public static async Task Follow(this Guest guest, string thing) =>
        Assert.Equal(303, (int)(await guest.Fill($"/fr/follow/{thing}")).Status);

    /// <summary>One morning's run, of a day on which there was none.</summary>
    public static async Task Morning(this TestPlatform platform, int? day = null)
    {
        await platform.Deliver();
        await platform.Scope(async services =>
        {
            await FollowJobs.Digest(services, platform.Day(day ?? NewDay()), default);
            return true;
        });
    }

    public static int NewDay() => Interlocked.Increment(ref _days);

    public static DateTimeOffset Day(this TestPlatform platform, int day) => platform.Clock.At(new DateOnly(2022, 1, 1).AddDays(day), new TimeOnly(6, 30));

    /// <summary>The digests to an address, oldest first.</summary>
    public static async Task<List<ReadMail>> DigestsTo(this TestPlatform platform, string email) =>
        (await platform.MailsTo(email)).FindAll(m => m.Html.Contains("/follow/leave/", StringComparison.Ordinal));

    /// <summary>A mail as a mail program gets it.</summary>
    public static async Task<MimeMessage> Sent(this TestPlatform platform, ReadMail mail)
    {
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        return (await platform.Services.GetRequiredService<MailFolder>().Read(mail.Id))!;
    }

    /// <summary>The links to leave, in their order: of each thing, then of everything.</summary>
    public static List<string> LeaveLinks(this ReadMail mail) => [.. LeaveLink().Matches(mail.Html).Select(m => m.Value)];

    public static Task<List<Following>> Followings(this TestPlatform platform, string email) => platform.Db(db => db.Set<Follower>().AsNoTracking()
        .Where(f => f.Email == email || db.Set<Passerelle.Accounts.Person>().Any(p => p.Id == f.PersonId && p.Email == email)).SelectMany(f => f.Followings).ToListAsync());

    public static Task<string> EmailOf(this TestPlatform platform, string key) =>
        platform.Db(db => db.Set<Passerelle.Accounts.Person>().Where(p => p.DemoKey == key).Select(p => p.Email!).SingleAsync());

    [GeneratedRegex("/(fr|nl|en)/follow/confirm/[A-Za-z0-9_-]+")]
    private static partial Regex ConfirmLink();

    [GeneratedRegex("/(fr|nl|en)/follow/leave/[A-Za-z0-9_-]+")]
    private static partial Regex LeaveLink();
}
