using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tasks;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What people do with links, as a browser sends it. «coordinator» has Parc bleu and Emploi sans frontière, «coordinator2» Mobilités durables.</summary>
internal sealed class LinkScene(TestPlatform platform)
{
    public const string Theirs = "mobilites-durables";
    public const string AlsoOurs = "emploi-sans-frontiere";

    public async Task<string> Group(string slug) => LinkEnd.Group((await platform.Group(slug)).Id).ToString();

    public Task<string> Project(string slug) => platform.Db(async db => LinkEnd.Project(await db.Set<Project>().Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync()).ToString());

    public static string Stage(Guid id) => LinkEnd.Stage(id).ToString();

    /// <summary>Sends the form of a new link.</summary>
    public async Task<Answer> Send(string from, LinkKind kind, string to, string who = "coordinator", string language = "fr") =>
        await (await platform.As(who)).Fill($"/{language}/desk/links/new", [.. Fields(from, kind, to)]);

    public static IEnumerable<(string, string?)> Fields(string from, LinkKind kind, string to) =>
        [("from", from), ("kind", kind.ToString()), ("to", to), ("why.source", "fr"), ("why.fr", "Les deux se tiennent."), ("why.nl", "Het ene hangt met het andere samen.")];

    /// <summary>Proposes a link, and gives its id.</summary>
    public async Task<Guid> Propose(string from, LinkKind kind, string to, string who = "coordinator")
    {
        var answer = await Send(from, kind, to, who);
        Assert.True((int)answer.Status == 303, answer.Main);
        return Guid.Parse(answer.Location!.Split('/')[^1]);
    }

    public async Task<Answer> Decide(Guid link, string who, string decision = "Accept", string? reason = null, string language = "fr") =>
        await (await platform.As(who)).Fill($"/{language}/desk/links/{link}", ("decision", decision), ("reason.source", "fr"), ("reason.fr", reason), ("reason.nl", reason));

    public async Task<Guid> Accepted(string from, LinkKind kind, string to, string by, string who = "coordinator")
    {
        var id = await Propose(from, kind, to, who);
        Assert.Equal(303, (int)(await Decide(id, by)).Status);
        return id;
    }

    /// <summary>A link that no page was asked for.</summary>
    public Task<Guid> Put(LinkKind kind, string from, string to, bool accepted = true) => platform.Db(async db =>
    {
        using var _ = Language.In("fr");
        var act = Act.BySystem(platform.Clock.Now);
        var (first, second) = (Side(from), Side(to));
        var link = Link.Propose(Guid.CreateVersion7(), kind, first, second, ProjectScene.Words("Ensemble"), LinkObstacles.None, act);
        if (accepted)
        {
            link.Accept(first, second, false, act);
        }

        db.Add(link);
        await db.SaveChangesAsync();
        return link.Id;
    });

    public Task<Link> Load(Guid id) => platform.Db(db => db.Set<Link>().AsNoTracking().SingleAsync(l => l.Id == id));

    public Task<Guid> Person(string demoKey) => platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == demoKey).Select(p => p.Id).SingleAsync());

    /// <summary>Who is asked to answer a link, while it waits.</summary>
    public async Task<List<Guid>> Asked(Guid link)
    {
        await platform.Deliver();
        return await platform.Db(db => db.Set<ToDo>().Where(t => t.Path == $"/desk/links/{link}" && t.State == ToDoState.Open).Select(t => t.Owner).ToListAsync());
    }

    private static LinkSide Side(string end) => new(LinkEnd.Read(end)!, ProjectScene.Words(end), null, null, null, "/", "/", true, []);
}
