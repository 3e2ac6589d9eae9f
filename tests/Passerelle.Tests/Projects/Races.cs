using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Two acts at one moment.</summary>
internal static class Races
{
    /// <summary>Sends while somebody else's act is written and not yet committed, which happens once the sent one waits for it.</summary>
    public static Task<Answer> Meanwhile(this TestPlatform platform, Func<PlatformDb, Task> act, Func<Task<Answer>> send) => platform.Db(async db =>
    {
        using var language = Language.In("fr");
        Task<Answer> sent = null!;
        await db.InOneTransaction(async () =>
        {
            await act(db);
            await db.SaveChangesAsync();
            sent = Task.Run(send);
            await Task.WhenAny(sent, Task.Delay(1500));
        });
        return await sent;
    });

    /// <summary>One of those who lead «Le Parc bleu» leaves.</summary>
    public static async Task Leave(this TestPlatform platform, PlatformDb db, Guid person) =>
        (await db.Group(ProjectScene.Group))!.Dismiss(person, platform.Clock.Today, Act.BySystem(platform.Clock.Now));
}
