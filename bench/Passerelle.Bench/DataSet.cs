using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Programme;
using Passerelle.Territory;

namespace Passerelle.Bench;

/// <summary>
/// Ten times the demonstration, from a fixed seed: people, groups with their members, pairs, coordinators, actions and
/// requests, posts with comments, and the history of it all. Written through the platform's own context, on top of
/// what an empty installation loads from the pack, so that events and text index are as the application writes them.
/// </summary>
internal static class DataSet
{
    public const int People = 20_000;
    public const int Groups = 400;
    public const int Projects = 2000;
    public const int Stages = 30_000;
    private const int Seed = 2021;
    private const int Chunk = 1000;

    public static Task Write(string folder, string? connection) => With(folder, connection, async db =>
    {
        var clock = new Clock(TimeProvider.System);
        var random = new Random(Seed);

        var communes = await db.Set<Commune>().AsNoTracking().Where(c => c.Until == null).OrderBy(c => c.Code).ToListAsync();
        var people = new PeopleMaker(random, clock, communes).Make(People);
        foreach (var some in people.Chunk(Chunk))
        {
            db.AddRange(some);
            db.AddRange(some.Select(p => new CharterAcceptance(p.Id, 1, p.RegisteredAt)));
            await Save(db);
        }

        var year = await db.Set<ProgrammeYear>().MaxAsync(y => y.Year);
        var actions = await db.Set<PriorityAction>().Where(a => db.Set<ProgrammeYear>().Any(y => y.Id == a.YearId && y.Year == year)).Select(a => a.Code).ToListAsync();
        var themes = await db.Set<Theme>().Where(t => db.Set<ProgrammeYear>().Any(y => y.Id == t.YearId && y.Year == year)).Select(t => t.Code).ToListAsync();
        var groups = new GroupMaker(random, clock, communes, people, [.. themes.Order(StringComparer.Ordinal)], [.. actions.Order(StringComparer.Ordinal)]);
        foreach (var some in Enumerable.Range(0, Groups).Chunk(20))
        {
            foreach (var packed in some.Select(groups.Make))
            {
                db.Add(Group.FromPack(packed, day => Act.BySystem(clock.At(day, new(10, 0)))));
                db.AddRange(packed.Posts);
            }

            await Save(db);
        }

        await CallItThePast(db);
    });

    /// <summary>Adds projects with their stages, how the groups fare, and a director whom the demonstration signs in.</summary>
    public static Task WriteProjects(string folder, string? connection) => With(folder, connection, async db =>
    {
        var (random, clock) = (new Random(Seed), new Clock(TimeProvider.System));
        var atWork = await db.Set<Group>().Where(g => g.Type == GroupKind.Action && g.Phase == Phase.Develop).OrderBy(g => g.Slug).Select(g => g.Id).ToListAsync();
        var make = new ProjectMaker(random, clock, atWork);
        db.AddRange(atWork.Select(make.Health));
        var director = Person.Register(new("Direction", "Mesurée", "director@example.org", "fr", "french", null, null, null), clock.Now, demoKey: "director");
        director.Grant(Role.Director, clock.Today.AddYears(-1), null, new(director.Id, clock.Now));
        db.Add(director);
        db.Add(new CharterAcceptance(director.Id, 1, clock.Now));
        await Save(db);
        var others = (Stages - ProjectMaker.Long) / (Projects - 1);
        foreach (var some in Enumerable.Range(0, Projects).Chunk(50))
        {
            db.AddRange(some.SelectMany(n => make.Make(n, n == 0 ? ProjectMaker.Long : others + (n <= (Stages - ProjectMaker.Long) % (Projects - 1) ? 1 : 0))));
            await Save(db);
        }

        await CallItThePast(db);
    });

    /// <summary>Adds projects of which French alone is written, in so many stages: title and deliverable of each wait for translators.</summary>
    /// <returns>How many texts wait.</returns>
    public static async Task<int> WriteWaiting(string folder, string? connection, int stages)
    {
        var waiting = 0;
        await With(folder, connection, async db =>
        {
            var groups = await db.Set<Group>().Where(g => g.Type == GroupKind.Action).OrderBy(g => g.Slug).Select(g => g.Id).ToListAsync();
            var make = new ProjectMaker(new Random(Seed), new Clock(TimeProvider.System), groups, inFrenchAlone: true);
            const int Each = 25;
            foreach (var some in Enumerable.Range(Projects, stages / Each).Chunk(50))
            {
                db.AddRange(some.SelectMany(n => make.Make(n, Each)));
                await Save(db);
            }

            await CallItThePast(db);
            waiting = await db.TextIndex.CountAsync(r => r.Waits);
        });
        return waiting;
    }

    /// <summary>The address of a text that waits, after that of the desk.</summary>
    public static async Task<string> AnyWaiting(string folder, string? connection)
    {
        var address = "";
        await With(folder, connection, async db =>
        {
            var row = await db.TextIndex.Where(r => r.Waits && r.Owner == nameof(Passerelle.Projects.Stage)).OrderBy(r => r.OwnerId).FirstAsync();
            address = $"{row.Owner}/{row.OwnerId}/{row.Property}/{row.Language}";
        });
        return address;
    }

    /// <summary>An empty database of the present form.</summary>
    public static Task Prepare(string folder) => With(folder, null, db => Start.Migrate(db, default));

    public static async Task With(string folder, string? connection, Func<PlatformDb, Task> work)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Platform", connection)]).Build();
        await using var provider = new ServiceCollection().AddLogging().AddSingleton<EventSignal>().AddPlatformData(settings, new DataFolder(folder)).BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    private static async Task Save(PlatformDb db)
    {
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>Nobody is told of these events: handlers go on after them.</summary>
    private static async Task CallItThePast(PlatformDb db)
    {
        var last = await db.Events.MaxAsync(e => e.Number);
        var text = last.ToString(CultureInfo.InvariantCulture);
        await db.Set<Setting>().Where(s => s.Key == PackLoader.LastOfThePast).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, text));
        await db.Set<EventCursor>().ExecuteUpdateAsync(s => s.SetProperty(c => c.Number, last));
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }
}
