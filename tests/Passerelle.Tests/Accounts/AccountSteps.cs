using System.Text.RegularExpressions;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

/// <summary>What people do again and again with their accounts.</summary>
internal static partial class AccountSteps
{
    private static int _next;

    public static string NewAddress() => $"new{Interlocked.Increment(ref _next)}.{Guid.NewGuid():N}@people.example";

    /// <summary>Registers with the form, follows the mailed link and presses its button.</summary>
    public static async Task<(Guest Guest, string Email)> Registered(this TestPlatform platform, string language = "fr")
    {
        var (guest, email) = (platform.Visitor(), NewAddress());
        await guest.Register(email, language);
        var arrived = await guest.Post(await platform.LinkTo(email));
        Assert.Equal(303, (int)arrived.Status);
        return (guest, email);
    }

    public static Task<Answer> Register(this Guest guest, string email, string language = "fr") =>
        guest.Post($"/{language}/register", ("given", "Lise"), ("family", "Vandenbroucke"), ("email", email), ("language", language), ("side", ""), ("commune", ""), ("organisation", ""), ("charter", "true"));

    /// <summary>The path of the link in the last mail to an address.</summary>
    public static async Task<string> LinkTo(this TestPlatform platform, string email)
    {
        var mail = (await platform.MailsTo(email))[^1];
        return Link().Match(mail.Text) is { Success: true } found ? found.Value : throw new InvalidOperationException("No link in: " + mail.Text);
    }

    public static async Task<bool> IsSignedIn(this Guest guest) => (int)(await guest.Get("/fr/me/data")).Status == 200;

    /// <summary>Accepts the charter in force, when it is asked for.</summary>
    public static async Task AcceptCharter(this Guest guest)
    {
        var page = await guest.Get("/fr/charter");
        if (page.Html.QuerySelector("main form") is not null)
        {
            Assert.Equal(303, (int)(await guest.Submit(page, "main form", ("charter.accept", "true"))).Status);
        }
    }

    [GeneratedRegex("/(fr|nl|en)/sign-in/link/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
