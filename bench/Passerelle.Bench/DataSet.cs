using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
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
    private const int Seed = 2021;
    private const int Chunk = 1000;

    public static async Task Write(string folder, string? connection)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Platform", connection)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<EventSignal>();
        await using var provider = services.AddPlatformData(settings, new DataFolder(folder)).BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
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
