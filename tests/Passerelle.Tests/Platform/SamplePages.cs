using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>The rows of <c>RolePages.txt</c>: each page, an example of it, and a letter for each kind of person.</summary>
internal sealed record SamplePages(string Page, string Sample, string Codes)
{
    /// <summary>The columns of the table.</summary>
    public static readonly string[] People =
        ["visitor", "citizen", "member-citizen", "colead-elected", "coordinator", "coordinator2", "director", "administrator", "translator", "juror", "partner"];

    public static IReadOnlyList<SamplePages> All { get; } =
    [
        .. File.ReadAllLines(Path.Combine(Sources.Root, "tests", "Passerelle.Tests", "Platform", "RolePages.txt"))
            .Where(l => l.Length > 0 && l[0] == '/').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(r => new SamplePages(r[0], r[1], r[2])),
    ];

    /// <summary>Who may open the page.</summary>
    public IEnumerable<string> Admitted => People.Where((_, i) => Codes[i] == '+');

    /// <summary>The example's address in French, with what it says of «Le Parc bleu» filled in.</summary>
    public string Address(IReadOnlyDictionary<string, string> things) => AddressOf(Sample, things);

    public static string AddressOf(string sample, IReadOnlyDictionary<string, string> things) =>
        things.Aggregate("/fr" + (sample == "/" ? "" : sample), (a, t) => a.Replace(t.Key, t.Value, StringComparison.Ordinal));

    /// <summary>What the samples mean by $person and the like.</summary>
    public static Task<Dictionary<string, string>> Things(TestPlatform platform, string slug = "parc-bleu") => platform.Db(async db =>
    {
        var group = await db.Set<Group>().AsNoTracking().FirstAsync(g => g.Slug == slug || g.FormerSlugs.Any(f => f.Slug == slug));
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.GroupId == group.Id).ToListAsync();
        var keys = await db.Set<Person>().Where(p => p.DemoKey != null).ToDictionaryAsync(p => p.DemoKey!, p => p.Id);
        var request = await db.Set<JoinRequest>().Where(r => r.GroupId == group.Id).Select(r => r.Id).FirstOrDefaultAsync();
        return new Dictionary<string, string>
        {
            ["$public-post"] = posts.First(p => p.Audience == Audience.Public).Id.ToString(),
            ["$members-post"] = posts.First(p => p.Audience != Audience.Public).Id.ToString(),
            ["$citizen"] = keys["citizen"].ToString(),
            ["$member"] = keys["member-citizen"].ToString(),
            ["$colead"] = keys["colead-elected"].ToString(),
            ["$request"] = request.ToString(),
            ["$stage"] = Passerelle.Platform.Pack.PackIds.Of("stage", "jalonnement-lys/pose").ToString(),
            ["$budget-line"] = Passerelle.Platform.Pack.PackIds.Of("budget", "jalonnement-lys/Agence / Agentschap").ToString(),
            ["$proof"] = Passerelle.Platform.Pack.PackIds.Of("proof", "jalonnement-lys/carte").ToString(),
            ["$link"] = (await db.Set<Passerelle.Projects.Link>().Where(l => l.FromGroup != null && l.Type == Passerelle.Projects.LinkKind.Feeds).OrderBy(l => l.ProposedAt).Select(l => l.Id).FirstAsync()).ToString(),
            ["$waiting-link"] = (await db.Set<Passerelle.Projects.Link>().Where(l => l.FromProject != null && l.Type == Passerelle.Projects.LinkKind.SharesPlace).OrderBy(l => l.ProposedAt).Select(l => l.Id).FirstAsync()).ToString(),
            ["$case"] = (await db.Set<Passerelle.Participation.ModerationCase>().Select(c => c.Id).FirstAsync()).ToString(),
            ["$idea"] = Passerelle.Platform.Pack.PackIds.Of("idea", "cafe-des-langues").ToString(),
            ["$presentation"] = Passerelle.Platform.Pack.PackIds.Of("presentation", "jalonnement-bureau").ToString(),
            ["$given-presentation"] = Passerelle.Platform.Pack.PackIds.Of("presentation", "haltes-assemblee").ToString(),
            ["$stakeholder-role"] = Passerelle.Platform.Pack.PackIds.Of("stakeholder-role", "colette-vandewalleyn/0").ToString(),
            ["$stakeholder-twin"] = Passerelle.Platform.Pack.PackIds.Of("stakeholder", "vandewalleyn-colette").ToString(),
            ["$stakeholder"] = Passerelle.Platform.Pack.PackIds.Of("stakeholder", "colette-vandewalleyn").ToString(),
            ["$proposed-term"] = Passerelle.Platform.Pack.PackIds.Of("term", Passerelle.Translation.Terms.TermPair.Of("fr", "covoiturage", "nl", "carpoolen").Key).ToString(),
            ["$term"] = Passerelle.Platform.Pack.PackIds.Of("term", Passerelle.Translation.Terms.TermPair.Of("fr", "commune", "nl", "gemeente").Key).ToString(),
            ["$group"] = group.Id.ToString(),
            ["$nothing"] = Guid.Empty.ToString(),
        };
    });
}
