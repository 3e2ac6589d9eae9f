using Microsoft.EntityFrameworkCore;
using Passerelle.Participation;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>News that readers report, and the cases that follow.</summary>
internal static class ModerationScene
{
    public static async Task<(string Path, Guid Id)> Published(this TestPlatform platform, string title)
    {
        var path = await (await platform.As("colead-civil")).Publish(title);
        return (path, Guid.Parse(path.Split('/')[^1]));
    }

    public static Task<Guid> Case(this TestPlatform platform, Guid post) => platform.Db(db => db.Set<ModerationCase>().Where(c => c.PostId == post).Select(c => c.Id).SingleAsync());
}
