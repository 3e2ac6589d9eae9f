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

    /// <summary>A reader reports it, and a moderator hides it.</summary>
    public static async Task HideIdea(this TestPlatform platform, string slug)
    {
        await platform.Visitor().Fill($"/fr/report/idea/{(await platform.Idea(slug)).Id}", ("words", "À voir"));
        var answer = await (await platform.As("moderator")).Fill("/fr/desk/moderation/" + await platform.IdeaCase(slug), ("decision", "hide"), ("reason", "Règle 6."));
        Assert.True((int)answer.Status == 303, answer.Main);
    }

    public static Task<Guid> IdeaCase(this TestPlatform platform, string slug) =>
        platform.Db(db => db.Set<ModerationCase>().Where(c => db.Set<Idea>().Any(i => i.Id == c.IdeaId && i.Slug == slug)).Select(c => c.Id).SingleAsync());

    public static async Task Merge(this TestPlatform platform, string goes, string stays)
    {
        var answer = await (await platform.As("coordinator")).Fill($"/fr/desk/ideas/{goes}/merge", ("into", (await platform.Idea(stays)).Id.ToString()));
        Assert.True((int)answer.Status == 303, answer.Main);
    }

    /// <summary>Begins a project out of an idea; gives back its id.</summary>
    public static async Task<Guid> Begin(this Guest guest, string name, string group, Guid from)
    {
        var once = Guid.CreateVersion7();
        var answer = await guest.Post($"/fr/desk/projects/new?from={from}", ("once", once.ToString()), ("group", group), ("name.source", "fr"), ("name.fr", name), ("name.desk", "true"),
            ("summary.source", "fr"), ("summary.fr", "En bref."), ("summary.desk", "true"), ("purpose.source", "fr"), ("purpose.fr", "Pour tous."), ("purpose.desk", "true"));
        Assert.True((int)answer.Status == 303, answer.Main);
        return once;
    }

    public static Task<string> GroupId(this TestPlatform platform, string slug) =>
        platform.Db(async db => (await db.Set<Passerelle.ActionGroups.Group>().Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync()).ToString());

    public static async Task<List<ReadMail>> MailsOf(this TestPlatform platform, string key) =>
        await platform.MailsTo(await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Email!).SingleAsync()));
}
