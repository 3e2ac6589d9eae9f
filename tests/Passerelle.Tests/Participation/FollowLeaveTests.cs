using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.Accounts;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

public sealed class FollowLeaveTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_link_in_the_mail_leaves_without_an_account_at_the_press_of_a_button_and_says_when_nothing_is_left()
    {
        var (email, mail) = await Told("group/parc-bleu", "project/jalonnement-lys");
        var (one, all) = (mail.LeaveLinks()[0], mail.LeaveLinks()[^1]);
        var visitor = platform.Visitor();
        var page = await visitor.Get(one);
        Assert.Equal(2, (await platform.Followings(email)).Count); // a scanner of mails opens every link
        var left = await visitor.Submit(page, null);
        Assert.Equal(200, (int)left.Status);
        Assert.Contains("Vous ne suivez plus ceci", left.Main, StringComparison.Ordinal);
        Assert.Equal(FollowKind.Project, Assert.Single(await platform.Followings(email)).Kind);
        Assert.NotNull(left.Html.QuerySelector("main a[href*='/follow/leave/']"));

        // Twice: it says that nothing is followed by it.
        Assert.Contains("Rien n’est plus suivi", (await visitor.Post(one)).Main, StringComparison.Ordinal);
        var again = await visitor.Get(one);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("Rien n’est plus suivi", again.Main, StringComparison.Ordinal);

        Assert.Equal(200, (int)(await visitor.Fill(all)).Status);
        Assert.Empty(await platform.Followings(email));
        Assert.False(await platform.Db(db => db.Set<Follower>().AnyAsync(f => f.Email == email)));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get(all)).Status);
    }

    [Fact]
    public async Task A_mail_program_leaves_by_one_click_and_nothing_else_comes_from_elsewhere()
    {
        var (email, mail) = await Told("group/parc-bleu");
        var message = await platform.Sent(mail);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        var address = new Uri(message.Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        Assert.Equal(mail.LeaveLinks()[^1], address);
        foreach (var (body, header) in new[] { ("a=b", null), ("List-Unsubscribe=One-Click", "https://elsewhere.example"), ("List-Unsubscribe=One-Click&kind=x", (string?)null) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Bare(address, body, header));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await Bare("/fr/follow/group/parc-bleu", "List-Unsubscribe=One-Click"));
        Assert.Single(await platform.Followings(email));
        Assert.Equal(HttpStatusCode.OK, await Bare(address, "List-Unsubscribe=One-Click"));
        Assert.Empty(await platform.Followings(email));
        Assert.Equal(HttpStatusCode.OK, await Bare(address, "List-Unsubscribe=One-Click"));
    }

    [Fact]
    public async Task A_changed_link_leaves_nothing_and_the_oldest_one_works_as_long_as_the_thing_is_followed()
    {
        var (email, mail) = await Told("group/parc-bleu");
        var link = mail.LeaveLinks()[0];
        foreach (var wrong in new[] { link[..^6] + "AAAAAA", "/fr/follow/leave/x", "/fr/follow/leave/" + new string('A', 300) })
        {
            Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().Get(wrong)).Status);
            Assert.Equal(HttpStatusCode.Gone, (await platform.Visitor().Post(wrong)).Status);
        }

        Assert.Single(await platform.Followings(email));
        await platform.Visitor().Fill(link);
        await platform.FollowByMail(email);
        Assert.Single(await platform.Followings(email));
        Assert.Equal(200, (int)(await platform.Visitor().Fill(link)).Status);
        Assert.Empty(await platform.Followings(email));
    }

    [Fact]
    public async Task An_account_sees_all_it_follows_and_leaves_one_or_everything()
    {
        var (reader, email) = await platform.Registered();
        Assert.Contains("Vous ne suivez rien", (await reader.Get("/fr/me/follows")).Main, StringComparison.Ordinal);
        foreach (var thing in new[] { "group/parc-bleu", "commune/57081", "project/jalonnement-lys", "group/parc-bleu" })
        {
            Assert.Equal(303, (int)(await reader.Post($"/fr/follow/{thing}")).Status);
        }

        await platform.FollowByMail(email, "group/economie-circulaire");
        var page = await reader.Get("/nl/me/follows");
        Assert.Equal(4, page.Html.QuerySelectorAll("main tbody tr").Length);
        Assert.NotNull((await reader.Get("/nl/me")).Html.QuerySelector("nav.filters a[href='/nl/me/follows']"));
        Assert.NotNull(page.Html.QuerySelector("nav.filters a[href='/nl/me/follows'][aria-current]"));
        var left = await reader.Submit(page, "main tbody tr form");
        Assert.Equal("/nl/me/follows", left.Location);
        Assert.Equal(3, (await platform.Followings(email)).Count);

        // Twice, or something that was never followed, is no fault.
        Assert.Equal(303, (int)(await reader.Submit(page, "main tbody tr form")).Status);
        Assert.Equal(303, (int)(await reader.Post("/fr/me/follows/leave", ("kind", "Nothing"), ("key", "x"))).Status);
        Assert.Equal(422, (int)(await reader.Post("/fr/me/follows/leave", ("kind", "Theme"), ("key", "\0"))).Status);
        Assert.Equal(303, (int)(await reader.Post("/fr/me/follows/leave", ("kind", "Theme"), ("key", new string('x', 300)))).Status);
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Post("/fr/me/follows/leave", ("kind", "Theme"))).Location, StringComparison.Ordinal);

        var all = (await reader.Get("/fr/me/follows")).Html.QuerySelector("main a[href*='/follow/leave/']")!.GetAttribute("href")!;
        Assert.Contains("Vous ne recevrez plus", (await reader.Get(all)).Main, StringComparison.Ordinal);
        await reader.Fill(all);
        Assert.Empty(await platform.Followings(email));
    }

    private async Task<(string Email, ReadMail Mail)> Told(params string[] things)
    {
        var email = AccountSteps.NewAddress();
        foreach (var thing in things)
        {
            await platform.FollowByMail(email, thing);
        }

        await (await platform.As("colead-civil")).Publish("Une nouvelle");
        await platform.Morning();
        return (email, Assert.Single(await platform.DigestsTo(email)));
    }

    private async Task<HttpStatusCode> Bare(string address, string body, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded") };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await platform.Visitor().Http.SendAsync(request);
        return answer.StatusCode;
    }
}
