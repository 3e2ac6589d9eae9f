using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts;
using Passerelle.Platform;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

public sealed class FirstAdministratorTests(EmptyPlatform platform) : IClassFixture<EmptyPlatform>
{
    private static readonly Lock Console = new();

    /// <summary>Starts as the host does, and returns what it prints.</summary>
    private string Printed()
    {
        lock (Console)
        {
            var (before, text) = (System.Console.Out, new StringWriter());
            System.Console.SetOut(text);
            try
            {
                using var scope = platform.Services.CreateScope();
                platform.Services.GetServices<IAtStart>().OfType<FirstAdministrator>().Single().Run(scope.ServiceProvider, default).GetAwaiter().GetResult();
            }
            finally
            {
                System.Console.SetOut(before);
            }

            return text.ToString();
        }
    }

    [Fact]
    public async Task A_link_on_the_console_makes_the_first_administrator_once()
    {
        var (older, newer) = (PathIn(Printed()), PathIn(Printed()));
        Assert.Equal(404, (int)(await platform.Visitor().Get(older)).Status);

        var guest = platform.Visitor();
        Assert.Equal(422, (int)(await guest.Fill(newer, ("given", ""), ("family", "Claes"), ("email", "nobody"))).Status);
        var arrived = await guest.Fill(newer, ("given", "Ann"), ("family", "Claes"), ("email", "ann.claes@people.example"), ("language", "nl"));
        Assert.Equal("/fr/people", arrived.Location);
        await guest.SwitchOn(); // staff need the second factor
        Assert.Contains("Ann Claes", (await guest.Get("/fr/people")).Main, StringComparison.Ordinal);

        Assert.Equal(404, (int)(await platform.Visitor().Get(newer)).Status);
        Assert.Equal(404, (int)(await platform.Visitor().Post(newer, ("given", "Eva"), ("family", "Dubois"), ("email", "eva@people.example"), ("language", "fr"))).Status);
        Assert.Equal("", Printed());
        Assert.Equal(1, await platform.Db(db => db.Set<RoleGrant>().CountAsync()));
    }

    private static string PathIn(string line)
    {
        Assert.Contains("administrator", line, StringComparison.Ordinal);
        return new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()).AbsolutePath;
    }
}
