using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Stakeholders;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Stakeholders;

/// <summary>What people do with the directory, as a browser sends it.</summary>
internal static class DirectoryScene
{
    public const string Index = "/fr/desk/stakeholders";

    public static string Today(this TestPlatform platform) => platform.Clock.Today.Iso();

    public static string At(Guid id) => $"{Index}/{id}";

    public static Guid Sample(string key) => PackIds.Of("stakeholder", key);

    public static string Place(string group) => $"group:{PackIds.Of("group", group)}";

    public static string Project(string project) => $"project:{PackIds.Of("project", project)}";

    /// <summary>The fields of somebody new in a group; others may be added.</summary>
    public static (string Name, string? Value)[] Typed(this TestPlatform platform, string name, string? group = "parc-bleu", StakeholderKind kind = StakeholderKind.Person, params (string Name, string? Value)[] more) =>
    [
        .. new (string Name, string? Value)[]
        {
            ("kind", kind.ToString()), ("name", name), ("place", group is null ? "" : Place(group)), ("as", group is null ? "" : "Relais"), ("since", platform.Today()),
        }.Where(f => more.All(m => m.Name != f.Name)),
        .. more,
    ];

    public static async Task<Guid> AddEntry(this Guest guest, TestPlatform platform, string name, string? group = "parc-bleu", StakeholderKind kind = StakeholderKind.Person, params (string Name, string? Value)[] more)
    {
        var answer = await guest.Fill($"{Index}/new", platform.Typed(name, group, kind, more));
        Assert.True((int)answer.Status == 303, answer.Main);
        return Guid.Parse(answer.Location!.Split('/')[^1]);
    }

    public static async Task Done(this Guest guest, string path, params (string Name, string? Value)[] fields)
    {
        var answer = await guest.Fill(path, fields);
        Assert.True((int)answer.Status == 303, $"{answer.Status} {answer.Main}");
    }

    public static Task<Stakeholder> Entry(this TestPlatform platform, Guid id) =>
        platform.Db(db => db.Set<Stakeholder>().AsNoTracking().Include(s => s.Roles).Include(s => s.Contacts).Include(s => s.Consents).Include(s => s.Merges).AsSplitQuery().SingleAsync(s => s.Id == id));

    /// <summary>Two entries of «Le Parc bleu» that look the same.</summary>
    public static async Task<(Guid One, Guid Other)> Twins(this Guest guest, TestPlatform platform, string name)
    {
        var parts = name.Split(' ');
        var one = await guest.AddEntry(platform, name, more: [("email", $"{parts[0].ToLowerInvariant()}@twins.example"), ("skills", "lecture")]);
        var other = await guest.AddEntry(platform, $"{parts[1]}, {parts[0]}", more: [("phone", "0470 11 22 33"), ("skills", "dessin"), ("as", "Photographe")]);
        return (one, other);
    }

    public static Task Merge(this Guest guest, Guid one, Guid other, params (string Name, string? Value)[] fields) => guest.Done($"{At(one)}/merge/{other}", fields);

    public static async Task Undo(this Guest guest, TestPlatform platform, Guid id)
    {
        var merge = (await platform.Entry(id)).Merges.Last(m => m.UndoneAt is null).Id;
        await guest.Done($"{At(id)}/merges/{merge}/undo");
    }
}
