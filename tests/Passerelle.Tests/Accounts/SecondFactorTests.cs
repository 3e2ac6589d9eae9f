using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class SecondFactorTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Director = "helene.warlopin@demo.passerelle.example";

    /// <summary>What an app shows now for a secret in base 32 (RFC 6238).</summary>
    private static string CodeOf(string secret)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Where(c => c != ' ').Select(c => Convert.ToString(alphabet.IndexOf(char.ToUpperInvariant(c)), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // the standard names SHA-1
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Staff_switch_a_code_on_are_asked_for_it_and_may_use_a_recovery_code_once()
    {
        var staff = await platform.As("director");
        Assert.Equal("/fr/me/security/code", (await staff.Post("/fr/me/security/code/begin")).Location);
        var page = await staff.Get("/fr/me/security/code");
        Assert.NotNull(page.Html.QuerySelector("svg.qr path"));
        var secret = page.Html.QuerySelector("main code")!.TextContent;

        var refused = await staff.Post("/fr/me/security/code", ("code", "000000"));
        Assert.Equal(422, (int)refused.Status);
        var done = await staff.Post("/fr/me/security/code", ("code", CodeOf(secret)));
        var spare = done.Html.QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, spare.Count);

        var other = platform.Visitor();
        await other.Post("/fr/sign-in", ("email", Director));
        var link = await platform.LinkTo(Director);
        var asked = await other.Post(link);
        Assert.StartsWith("/fr/sign-in/code", asked.Location, StringComparison.Ordinal);
        Assert.False(await other.IsSignedIn());
        Assert.Equal(422, (int)(await other.Post("/fr/sign-in/code", ("code", "123456"))).Status);
        Assert.False(await other.IsSignedIn());
        var code = CodeOf(secret);
        Assert.Equal("/fr/desk", (await other.Post("/fr/sign-in/code", ("code", code))).Location);
        Assert.True(await other.IsSignedIn());
        Assert.Equal(422, (int)(await ByCode(code)).Status); // seen over a shoulder

        Assert.Equal("/fr/desk", (await ByCode(spare[0])).Location);
        Assert.Equal(422, (int)(await ByCode(spare[0])).Status);

        await staff.Post("/fr/me/security/code/off");
        var after = platform.Visitor();
        await after.Post("/fr/sign-in", ("email", Director));
        Assert.Equal("/fr/desk", (await after.Post(await platform.LinkTo(Director))).Location);
    }

    [Fact]
    public async Task Five_wrong_codes_block_the_right_one_for_a_while()
    {
        var staff = await platform.As("moderator");
        await staff.Post("/fr/me/security/code/begin");
        var secret = (await staff.Get("/fr/me/security/code")).Html.QuerySelector("main code")!.TextContent;
        await staff.Post("/fr/me/security/code", ("code", CodeOf(secret)));
        var email = await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == "moderator").Select(p => p.Email!).SingleAsync());
        var guest = platform.Visitor();
        await guest.Post("/fr/sign-in", ("email", email));
        await guest.Post(await platform.LinkTo(email));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(422, (int)(await guest.Post("/fr/sign-in/code", ("code", CodeOf(secret) == "000000" ? "000001" : "000000"))).Status);
        }

        Assert.Equal(422, (int)(await guest.Post("/fr/sign-in/code", ("code", CodeOf(secret)))).Status);
        Assert.False(await guest.IsSignedIn());
    }

    [Fact]
    public async Task Staff_who_come_in_without_a_code_are_asked_to_set_one_up_and_citizens_are_not()
    {
        var email = await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == "coordinator2").Select(p => p.Email!).SingleAsync());
        var staff = platform.Visitor();
        await staff.Post("/fr/sign-in", ("email", email));
        var desk = await staff.Follow(await staff.Post(await platform.LinkTo(email)));
        Assert.NotNull(desk.Html.QuerySelector(".banner.attention a[href$='/me/security']"));
        var (citizen, address) = await platform.Registered();
        await citizen.Post("/fr/sign-in", ("email", address));
        Assert.Null((await citizen.Follow(await citizen.Post(await platform.LinkTo(address)))).Html.QuerySelector(".banner.attention"));
    }

    [Fact]
    public async Task The_code_page_without_a_first_factor_leads_back_to_the_start()
    {
        Assert.Equal("/fr/sign-in", (await platform.Visitor().Get("/fr/sign-in/code")).Location);
        Assert.Equal("/fr/sign-in", (await platform.Visitor().Post("/fr/sign-in/code", ("code", "123456"))).Location);
    }

    [Fact]
    public async Task Staff_are_offered_a_code_and_citizens_are_not_bothered()
    {
        Assert.NotNull((await (await platform.As("coordinator")).Get("/nl/me/security")).Html.QuerySelector("#second"));
        Assert.Null((await (await platform.As("citizen")).Get("/nl/me/security")).Html.QuerySelector("#second"));
    }

    private async Task<Answer> ByCode(string code)
    {
        var guest = platform.Visitor();
        await guest.Post("/fr/sign-in", ("email", Director));
        await guest.Post(await platform.LinkTo(Director));
        return await guest.Post("/fr/sign-in/code", ("code", code));
    }
}
