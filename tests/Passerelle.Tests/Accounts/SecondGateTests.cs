using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

/// <summary>Outside the demonstration, staff set up the second factor before they work.</summary>
public sealed class SecondGateTests(EmptyPlatform platform) : IClassFixture<EmptyPlatform>
{
    public static TheoryData<string> Staff => [.. Role.Staff];

    [Theory]
    [MemberData(nameof(Staff))]
    public async Task Staff_who_sign_in_without_a_code_set_one_up_before_any_page_of_the_workspace_opens(string role)
    {
        var (staff, email) = await With(role);
        foreach (var path in new[] { "/desk", "/desk/groups", "/desk/tasks", "/people", "/me" })
        {
            Assert.Equal("/fr/me/security", (await staff.Get("/fr" + path)).Location);
        }

        var page = await staff.Follow(await staff.Get("/fr/desk"));
        Assert.NotNull(page.Html.QuerySelector(".banner.attention a[href='/fr/me/security#second']"));
        Assert.Equal(403, (int)(await staff.Post("/fr/desk/charter", ("text.fr", "x"))).Status);

        var done = await staff.SwitchOn();
        Assert.Equal("/fr/desk", done.Html.QuerySelector("main .acts a.btn")!.GetAttribute("href"));
        Assert.Equal(200, (int)(await staff.Get("/fr/desk")).Status);
        Assert.Equal(200, (int)(await staff.Get("/fr/me")).Status);

        Assert.StartsWith("/fr/sign-in/code", (await Arrives(email)).Answer.Location, StringComparison.Ordinal);
        await staff.Post("/fr/me/security/code/off");
        Assert.Equal("/fr/me/security", (await staff.Get("/fr/desk")).Location);
    }

    [Fact]
    public async Task By_the_mailed_link_they_arrive_at_the_page_that_sets_it_up()
    {
        var (_, email) = await With(Role.Coordinator);
        var (guest, answer) = await Arrives(email);
        Assert.Equal("/fr/desk", answer.Location);
        Assert.EndsWith("/fr/me/security", (await guest.Follow(answer)).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/groups")]
    [InlineData("/contact")]
    [InlineData("/me/security")]
    [InlineData("/me/data")]
    [InlineData("/me/history")]
    [InlineData("/me/erase")]
    public async Task What_is_public_and_their_own_account_stay_open(string path)
    {
        var (staff, _) = await With(Role.Director);
        Assert.Equal(200, (int)(await staff.Get("/fr" + path)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.BodyMember)]
    [InlineData(Role.Juror)]
    public async Task Nobody_else_is_asked(string? role)
    {
        var (guest, _) = await With(role);
        Assert.Equal(200, (int)(await guest.Get("/fr/me")).Status);
    }

    [Fact]
    public async Task A_role_that_begins_asks_for_it_at_once_and_one_that_ended_no_longer()
    {
        var (guest, email) = await With(null);
        Assert.Equal(200, (int)(await guest.Get("/fr/me")).Status);
        await Grant(email, Role.Moderator, null);
        Assert.Equal("/fr/me/security", (await guest.Get("/fr/me")).Location);
        await platform.Db(db => db.Set<RoleGrant>().Where(g => db.Set<Person>().Any(p => p.Id == g.PersonId && p.Email == email)).ExecuteUpdateAsync(s => s.SetProperty(g => g.Until, platform.Clock.Today.AddDays(-1))));
        Assert.Equal(200, (int)(await guest.Get("/fr/me")).Status);
    }

    private async Task<(Guest Guest, string Email)> With(string? role)
    {
        var (guest, email) = await platform.Registered();
        if (role is not null)
        {
            await Grant(email, role, null);
        }

        return (guest, email);
    }

    private async Task<(Guest Guest, Answer Answer)> Arrives(string email)
    {
        var guest = platform.Visitor();
        await guest.Post("/fr/sign-in", ("email", email));
        return (guest, await guest.Post(await platform.LinkTo(email)));
    }

    private Task<int> Grant(string email, string role, DateOnly? until) => platform.Db(async db =>
    {
        var person = await db.Set<Person>().Include(p => p.Grants).SingleAsync(p => p.Email == email);
        person.Grant(role, platform.Clock.Today, until, Act.BySystem(platform.Clock.Now));
        return await db.SaveChangesAsync();
    });
}
