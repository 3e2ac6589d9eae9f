using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Translation;

/// <summary>What tests of the desk begin with: a group's text whose French changed, and the way to it.</summary>
internal static class DeskScene
{
    /// <summary>The address of a group's text at the desk, without the language of the interface.</summary>
    public static async Task<string> PathOf(this TestPlatform platform, string slug, string property = nameof(Group.Purpose), string into = "nl") =>
        $"/desk/translation/Group/{await platform.Db(db => db.Set<Group>().Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync())}/{property}/{into}";

    /// <summary>Gives a group a purpose that is proofread in both languages.</summary>
    public static async Task Purpose(this TestPlatform platform, string slug, string french, string dutch, TextState state = TextState.Proofread)
    {
        await platform.Write(slug, _ => LocalizedText.Of("fr", ("fr", french)).Translated("nl", dutch, state));
    }

    /// <summary>Changes the French purpose as the coordinator's form does, with the Dutch left as it is.</summary>
    public static async Task Change(this TestPlatform platform, string slug, string french)
    {
        var coordinator = await platform.As("director");
        var answer = await coordinator.Fill($"/fr/desk/groups/{slug}/texts", ("purpose.fr", french));
        Assert.Equal(303, (int)answer.Status);
    }

    public static Task<Guid> Person(this TestPlatform platform, string key) =>
        platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Id).SingleAsync());

    public static Task<LocalizedText> PurposeOf(this TestPlatform platform, string slug) =>
        platform.Db(db => db.Set<Group>().AsNoTracking().Where(g => g.Slug == slug).Select(g => g.Purpose).SingleAsync());

    public static Task<Answer> Confirm(this Guest guest, Answer page, string target) => guest.Submit(page, "form.panel", ("target", target));

    private static Task<int> Write(this TestPlatform platform, string slug, Func<Group, LocalizedText> purpose) => platform.Db(async db =>
    {
        var group = await db.Set<Group>().SingleAsync(g => g.Slug == slug);
        group.Write(group.Summary, purpose(group), group.Need, group.NeedSource, group.Horizon, new Act(null, platform.Clock.Now));
        return await db.SaveChangesAsync();
    });
}
