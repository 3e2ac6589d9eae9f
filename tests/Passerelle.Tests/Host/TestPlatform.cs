using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Jobs;
using Passerelle.Platform.Web;

namespace Passerelle.Tests.Host;

/// <summary>The application as one test class sees it: its own database, data folder and clock. A class fixture.</summary>
public class TestPlatform : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("passerelle-test-").FullName;
    private string _connection = "";
    private WebApplicationFactory<Program>? _factory;

    /// <summary>Settings of this fixture, beside those of every test.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    protected virtual bool Demo => true;

    /// <summary>Further services, such as a handler that fails.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    public string DataFolder => _folder;

    public string Connection => _connection;

    public IServiceProvider Services => _factory!.Services;

    public Clock Clock => Services.GetRequiredService<Clock>();

    public async ValueTask InitializeAsync()
    {
        QueryCounter.Listen();
        _connection = await TestDatabase.Copy(Demo ? "demo" : "empty", _folder, Fill);
        _factory = Factory(_connection, _folder, Settings, Configure);
        await Task.Run(() => Ready(_factory)); // starting a host blocks, and the runner has few threads
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        await TestDatabase.Drop(_connection);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        File.Delete(_folder + ".key");
        GC.SuppressFinalize(this);
    }

    /// <summary>A reader who is nobody in particular.</summary>
    public Guest Visitor(string? acceptLanguage = null) => new(_factory!.Server.CreateHandler(), acceptLanguage);

    /// <summary>A person of the demonstration, signed in.</summary>
    public async Task<Guest> As(string demoKey)
    {
        var guest = Visitor();
        var answer = await guest.Post("/demo/sign-in", ("person", demoKey));
        Assert.True((int)answer.Status is >= 200 and < 400, $"{demoKey} could not sign in: {answer.Status}");
        return guest;
    }

    /// <summary>Looks into the database, or prepares what no page does.</summary>
    public async Task<T> Db<T>(Func<PlatformDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    public async Task<T> Scope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Moves the clock, and runs the jobs that fall due on the way.</summary>
    public async Task MoveTo(DateTimeOffset now)
    {
        await Services.GetRequiredService<JobRunner>().MoveTo(now, default);
        Services.GetRequiredService<Generations>().RaiseAll();
    }

    /// <summary>Delivers all events that are committed.</summary>
    public Task Deliver() => Services.GetRequiredService<EventPump>().DeliverAll(default);

    /// <summary>The mails to an address, oldest first.</summary>
    public async Task<List<ReadMail>> MailsTo(string address)
    {
        var folder = Services.GetRequiredService<MailFolder>();
        List<ReadMail> read = [];
        foreach (var mail in await Db(db => db.Set<QueuedMail>().AsNoTracking().Where(m => m.To == address).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync()))
        {
            read.Add(await ReadMail.Of(mail, folder));
        }

        return read;
    }

    private async Task Fill(string connection)
    {
        var folder = Directory.CreateTempSubdirectory("passerelle-fill-").FullName;
        await using (var factory = Factory(connection, folder, Settings, _ => { }))
        {
            await Ready(factory);
        }

        Directory.Delete(folder, recursive: true);
    }

    private WebApplicationFactory<Program> Factory(string connection, string folder, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> configure) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("demo", Demo ? "true" : "false");
            builder.UseSetting("empty", Demo ? "false" : "true");
            builder.UseSetting("data", folder);
            builder.UseSetting("ConnectionStrings:Platform", connection);
            builder.UseSetting("Limits:Off", "true");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(configure);
        });

    private static Task Ready(WebApplicationFactory<Program> factory) =>
        factory.Services.GetRequiredService<Readiness>().WaitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token);
}

/// <summary>An installation without people or groups, outside the demonstration.</summary>
public class EmptyPlatform : TestPlatform
{
    protected override bool Demo => false;
}
