using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Passerelle.Tests.Accounts;

/// <summary>The app on a telephone that shows one-time codes.</summary>
internal static class CodeApp
{
    /// <summary>What it shows for a secret in base 32 (RFC 6238), now or some steps of thirty seconds from now.</summary>
    public static string CodeOf(string secret, int steps = 0)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Where(c => c != ' ').Select(c => Convert.ToString(alphabet.IndexOf(char.ToUpperInvariant(c)), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // the standard names SHA-1
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>Switches the code on, as the page asks for it.</summary>
    public static async Task<Host.Answer> SwitchOn(this Host.Guest guest)
    {
        Assert.Equal("/fr/me/security/code", (await guest.Submit(await guest.Get("/fr/me/security"), "form[action$='/code/begin']")).Location);
        var page = await guest.Get("/fr/me/security/code");
        return await guest.Submit(page, "main form", ("code", CodeOf(page.Html.QuerySelector("main code")!.TextContent)));
    }
}
