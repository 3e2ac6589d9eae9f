using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Web;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>The server goes down in the last minutes and comes up again on the same database, data folder and key.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task What_was_begun_before_a_restart_is_sent_by_the_same_link_in_the_last_second()
    {
        await using var first = new First();
        await first.InitializeAsync();
        await first.MoveTo(Candidate.Deadline.AddMinutes(-2));
        var candidate = await Candidate.Begins(first, "restart@candidats.example");
        await candidate.Prepares();
        await first.Services.GetRequiredService<IHost>().StopAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => candidate.Browser.Get(candidate.Path));

        await using var second = Again(first);
        await second.Services.GetRequiredService<Readiness>().WaitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token);
        var browser = new Guest(second.Server.CreateHandler(), null);
        second.Services.GetRequiredService<Clock>().Set(Candidate.Deadline.AddSeconds(-1)); // 11:59:59
        var sent = await browser.Post(candidate.Path + "/send", ("missions", "true"), ("privacy", "true"), ("missions-read", "1"));
        Assert.True(sent.Status == HttpStatusCode.SeeOther, sent.Main);

        await second.Services.GetRequiredService<MailSender>().SendAll(default);
        await using var scope = second.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var application = await db.Set<Application>().Include(a => a.AllDocuments).SingleAsync(a => a.Email == candidate.Email);
        Assert.Equal((ApplicationState.Sent, 1, 3), (application.State, application.Number, application.Documents.Count));
        Assert.Equal(SmallPdf.Of(SmallPdf.French), (await browser.Get($"{candidate.Path}/documents/{application.Letter("fr")!.Id}")).Bytes);
        Assert.Equal(1, await db.Set<QueuedMail>().CountAsync(m => m.To == candidate.Email && m.Subject.StartsWith("Accusé de réception")));
        var copy = await second.Services.GetRequiredService<MailFolder>().Read(application.CopyMail!.Value);
        Assert.Equal(3, copy!.Attachments.Count());
    }

    private static WebApplicationFactory<Program> Again(TestPlatform before) => new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("demo", "true");
        builder.UseSetting("data", before.DataFolder);
        builder.UseSetting("ConnectionStrings:Platform", before.Connection);
        builder.UseSetting("Limits:Off", "true");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    });

    private sealed class First : TestPlatform;
}
