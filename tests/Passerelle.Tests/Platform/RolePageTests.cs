using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Tests.Host;
using Group = Passerelle.ActionGroups.Group;

namespace Passerelle.Tests.Platform;

/// <summary>
/// Who may open what: <c>RolePages.txt</c> has a row for every page, and a column for each kind of person, all of them
/// looking at the group «Le Parc bleu». A page without a row fails, and so does a row without its page.
/// </summary>
public sealed partial class RolePageTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] People =
        ["visitor", "citizen", "member-citizen", "colead-elected", "coordinator", "coordinator2", "director", "administrator", "translator", "juror", "partner"];

    [Fact]
    public async Task Every_page_opens_for_those_whom_the_table_names_and_for_nobody_else()
    {
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "tests", "Passerelle.Tests", "Platform", "RolePages.txt")))
            .Where(l => l.Length > 0 && l[0] == '/')
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(r => r[0], r => (Sample: r[1], Codes: r[2]));
        var pages = Endpoints.Of(platform).Where(e => e.Methods.Contains("GET") && Prefix().IsMatch(e.Pattern)).Select(e => Plain(e.Pattern)).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(pages.Count > 80, $"Only {pages.Count} pages were found");
        var things = await Things();
        var guests = await Task.WhenAll(People.Select(p => p == "visitor" ? Task.FromResult(platform.Visitor()) : platform.As(p)));
        var wrong = new StringBuilder();
        foreach (var page in pages)
        {
            var row = rows.TryGetValue(page, out var r) ? r : (Sample: page, Codes: "no row yet");
            var address = things.Aggregate("/fr" + (row.Sample == "/" ? "" : row.Sample), (a, t) => a.Replace(t.Key, t.Value, StringComparison.Ordinal));
            var codes = string.Concat(await Task.WhenAll(guests.Select(async g => Code(await g.Get(address)))));
            if (codes != row.Codes)
            {
                wrong.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{page} {row.Sample} {codes}    (the table says {row.Codes})");
            }
        }

        Assert.True(wrong.Length == 0, $"{string.Join(' ', People)}\n{wrong}");
        Assert.Empty(rows.Keys.Except(pages));
    }

    /// <summary>What the samples mean by $person and the like.</summary>
    private async Task<Dictionary<string, string>> Things() => await platform.Db(async db =>
    {
        var group = await db.Set<Group>().AsNoTracking().SingleAsync(g => g.Slug == "parc-bleu");
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
            ["$nothing"] = Guid.Empty.ToString(),
        };
    });

    private static char Code(Answer answer) => (int)answer.Status switch
    {
        200 => '+',
        303 when answer.Location!.StartsWith("/fr/sign-in", StringComparison.Ordinal) => 's',
        >= 300 and < 400 => '>',
        403 => '-',
        404 => '0',
        _ => '!',
    };

    private static string Plain(string pattern) => Prefix().Replace(Constraint().Replace(pattern, "$1}"), "") is { Length: > 0 } plain ? plain.Length > 1 ? plain.TrimEnd('/') : plain : "/";

    [GeneratedRegex(@"^/\{language(:regex\([^/]*\))?\}")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(\{\w+):\w+\}")]
    private static partial Regex Constraint();
}
