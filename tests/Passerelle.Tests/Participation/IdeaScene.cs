using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Participation;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Participation;

/// <summary>What people do with ideas, as a browser sends it.</summary>
internal static class IdeaScene
{
    public static (string Name, string? Value)[] Draft(string title, string language = "fr", string need = "Il manque un passage sûr pour les enfants.", string theme = "D4", string side = "french", Guid? once = null) =>
    [
        ("once", (once ?? Guid.CreateVersion7()).ToString()), ("language", language), ("title", title), ("need", need), ("evidence", ""),
        ("beneficiaries", "Les écoliers."), ("sides", side), ("theme", theme),
    ];

    /// <summary>Writes and sends an idea; gives back its slug.</summary>
    public static async Task<string> Propose(this Guest guest, string title, string language = "fr", string need = "Il manque un passage sûr pour les enfants.", string theme = "D4")
    {
        var answer = await guest.Post($"/{language}/ideas/new", [.. Draft(title, language, need, theme), ("step", "send")]);
        Assert.True((int)answer.Status == 303, answer.Main);
        return answer.Location!.Split('/')[^1];
    }

    public static Task<Idea> Idea(this TestPlatform platform, string slug) =>
        platform.Db(db => db.Set<Idea>().AsNoTracking().Include(i => i.Views).SingleAsync(i => i.Slug == slug));

    public static Task<int> Supports(this TestPlatform platform, string slug) =>
        platform.Db(db => db.Set<IdeaSupport>().CountAsync(s => db.Set<Idea>().Any(i => i.Id == s.IdeaId && i.Slug == slug)));

    public static async Task AddView(this TestPlatform platform, string slug, string actor = "Service des routes")
    {
        var today = platform.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await (await platform.As("coordinator")).Fill($"/fr/desk/ideas/{slug}/views", ("actor", actor), ("on", today), ("words.fr", "Nous y sommes favorables."), ("words.source", "fr"), ("words.desk", "true"));
        Assert.True((int)answer.Status == 303, answer.Main);
    }

    /// <summary>Through the diagnosis to the consent of «Le Parc bleu».</summary>
    public static async Task Consent(this TestPlatform platform, string slug)
    {
        await platform.AddView(slug);
        var answer = await (await platform.As("coordinator")).Fill($"/fr/desk/ideas/{slug}/consent", ("group", await platform.GroupId("parc-bleu")), ("on", platform.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.True((int)answer.Status == 303, answer.Main);
    }

    public static Task<string> GroupId(this TestPlatform platform, string slug) =>
        platform.Db(async db => (await db.Set<Passerelle.ActionGroups.Group>().Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync()).ToString());

    public static async Task<List<ReadMail>> MailsOf(this TestPlatform platform, string key) =>
        await platform.MailsTo(await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Email!).SingleAsync()));
}
