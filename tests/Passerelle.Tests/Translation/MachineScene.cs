using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;
using Passerelle.Translation;
using Passerelle.Translation.Machine;

namespace Passerelle.Tests.Translation;

public abstract class MachinePlatform : TestPlatform
{
    internal MachineFake Engine { get; } = new();

    protected override void Configure(IServiceCollection services) => services.AddSingleton(Engine); // so that it goes with the host
}

public sealed class DeepLPlatform : MachinePlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Machine:Service"] = "deepl",
        ["Machine:Url"] = Engine.Address,
        ["Machine:Key"] = MachineFake.Key,
        ["Machine:Seconds"] = "2",
    };
}

public sealed class LibrePlatform : MachinePlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Machine:Service"] = "libretranslate",
        ["Machine:Url"] = Engine.Address + "/",
        ["Machine:Key"] = MachineFake.Key,
    };
}

public sealed class ETranslationPlatform : MachinePlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Machine:Service"] = "etranslation",
        ["Machine:Url"] = Engine.Address + "/etranslation/si/translate",
        ["Machine:Key"] = MachineFake.Key,
        ["Machine:Account"] = MachineFake.Application + "/desk",
        ["PublicUrl"] = "https://passerelle.example",
    };
}

/// <summary>An engine where nothing listens.</summary>
public sealed class AwayMachinePlatform : TestPlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Machine:Service"] = "libretranslate", ["Machine:Url"] = "http://127.0.0.1:9" };
}

/// <summary>What tests of the machine do again and again.</summary>
internal static class MachineScene
{
    public const string French = "Un premier point. Un deuxième point avec le chiffre 7.";

    /// <summary>The job runs as the next minute begins; the one after is far enough off for a test.</summary>
    public static Task Minute(this TestPlatform platform, int minutes = 1)
    {
        var now = platform.Clock.Now;
        return platform.MoveTo(new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 1, TimeSpan.Zero).AddMinutes(minutes));
    }

    /// <summary>Lets the engine finish what the demonstration's ideas ask of it, so that a test has it alone.</summary>
    public static async Task Settle(this TestPlatform platform)
    {
        var (before, count) = (-1, 0);
        for (var runs = 0; runs < 40 && (count != before || await platform.Db(db => db.Set<MachineAsk>().AnyAsync(a => a.State == AskState.Waiting))); runs++)
        {
            before = count;
            await platform.Minute();
            count = await platform.Db(db => db.Set<MachineAsk>().CountAsync());
        }
    }

    /// <summary>A group's purpose in French alone, and the way to it.</summary>
    public static async Task<string> Fresh(this TestPlatform platform, string slug, string french = French)
    {
        await platform.Write(slug, LocalizedText.Of("fr", ("fr", french)));
        return await platform.PathOf(slug);
    }

    public static Task<int> Write(this TestPlatform platform, string slug, LocalizedText purpose) => platform.Db(async db =>
    {
        var group = await db.Set<Group>().SingleAsync(g => g.Slug == slug);
        group.Write(group.Summary, purpose, group.Need, group.NeedSource, group.Horizon, new(null, platform.Clock.Now));
        return await db.SaveChangesAsync();
    });

    public static async Task<Answer> AskMachine(this Guest guest, string path) => await guest.Submit(await guest.Get("/fr" + path), "#machine form");

    public static Task<MachineAsk> Ask(this TestPlatform platform, string path) =>
        platform.Db(db => db.Set<MachineAsk>().AsNoTracking().Where(a => a.OwnerId == OwnerOf(path) && a.Property == path.Split('/')[5]).OrderByDescending(a => a.AskedAt).ThenByDescending(a => a.Id).FirstAsync());

    public static Task<List<UnitSegment>> Segments(this TestPlatform platform, string path) => platform.Db(db =>
    {
        var (owner, property) = (OwnerOf(path), path.Split('/')[5]);
        return db.Set<UnitSegment>().AsNoTracking().Where(s => db.Set<TranslationUnit>().Any(u => u.Id == s.UnitId && u.OwnerId == owner && u.Property == property)).OrderBy(s => s.Order).ToListAsync();
    });

    public static Task<int> Events(this TestPlatform platform, string name) => platform.Db(db => db.Events.CountAsync(e => e.Name == name));

    private static Guid OwnerOf(string path) => Guid.Parse(path.Split('/')[4], CultureInfo.InvariantCulture);
}
