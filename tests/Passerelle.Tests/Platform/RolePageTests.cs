using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>
/// Who may open what: <c>RolePages.txt</c> has a row for every page, and a column for each kind of person, all of them
/// looking at the group «Le Parc bleu». A page without a row fails, and so does a row without its page.
/// </summary>
public sealed partial class RolePageTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Every_page_opens_for_those_whom_the_table_names_and_for_nobody_else()
    {
        var rows = SamplePages.All.ToDictionary(r => r.Page);
        var pages = Endpoints.Of(platform).Where(e => e.Methods.Contains("GET") && Prefix().IsMatch(e.Pattern)).Select(e => Plain(e.Pattern)).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(pages.Count > 80, $"Only {pages.Count} pages were found");
        var things = await SamplePages.Things(platform);
        var guests = await Task.WhenAll(SamplePages.People.Select(p => p == "visitor" ? Task.FromResult(platform.Visitor()) : platform.As(p)));
        var wrong = new StringBuilder();
        foreach (var page in pages)
        {
            var row = rows.GetValueOrDefault(page) ?? new(page, page, "no row yet");
            var address = row.Address(things);
            var codes = string.Concat(await Task.WhenAll(guests.Select(async g => Code(await g.Get(address)))));
            if (codes != row.Codes)
            {
                wrong.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{page} {row.Sample} {codes}    (the table says {row.Codes})");
            }
        }

        Assert.True(wrong.Length == 0, $"{string.Join(' ', SamplePages.People)}\n{wrong}");
        Assert.Empty(rows.Keys.Except(pages));
    }

    [Theory]
    [InlineData("visitor")]
    [InlineData("citizen")]
    [InlineData("coordinator2")]
    [InlineData("administrator")]
    [InlineData("translator")]
    [InlineData("moderator")]
    [InlineData("juror")]
    [InlineData("partner")]
    public async Task No_act_on_a_group_is_open_to_somebody_who_is_nothing_to_it(string who)
    {
        // «Le Parc bleu» is coordinated by the other coordinator; what anybody may is to ask to join, and to take that back.
        string[] anybodys = ["/groups/{slug}/join", "/groups/{slug}/join/withdraw", "/groups/{slug}/follow", "/desk/groups/new", "/desk/groups/new-technical"];
        var things = await SamplePages.Things(platform);
        var acts = Endpoints.Of(platform).Where(e => e.Methods.Contains("POST") && Plain(e.Pattern) is var page && !anybodys.Contains(page)
            && (page.StartsWith("/groups/", StringComparison.Ordinal) || page.StartsWith("/desk/groups/", StringComparison.Ordinal))).ToList();
        Assert.True(acts.Count > 30, $"Only {acts.Count} acts were found");
        var guest = who == "visitor" ? platform.Visitor() : await platform.As(who);
        var before = await State();
        List<string> open = [];
        foreach (var act in acts)
        {
            var group = act.Pattern.EndsWith("/recommend", StringComparison.Ordinal) ? "sante-sans-frontiere" : act.Pattern.EndsWith("/sunset", StringComparison.Ordinal) ? "atelier-signaletique" : "parc-bleu";
            if (who == "coordinator2" && group == "atelier-signaletique")
            {
                continue; // that one is theirs
            }

            var address = act.Sample.Replace("/groups/x", $"/groups/{group}", StringComparison.Ordinal)
                .Replace($"/requests/{Guid.Empty}", $"/requests/{things["$request"]}", StringComparison.Ordinal)
                .Replace($"/posts/{Guid.Empty}", $"/posts/{things["$public-post"]}", StringComparison.Ordinal)
                .Replace($"/members/{Guid.Empty}", $"/members/{things["$member"]}", StringComparison.Ordinal)
                .Replace($"/pair/{Guid.Empty}", $"/pair/{things["$colead"]}", StringComparison.Ordinal);
            var code = Code(await guest.Post(address, ("on", "2021-01-27"), ("decision", "admit"), ("stay", "no")));
            if (code is not ('-' or '0') && !(who == "visitor" && code == 's'))
            {
                open.Add($"{address}: {code}");
            }
        }

        Assert.Empty(open);
        Assert.Equal(before, await State());
    }

    [Theory]
    [InlineData("visitor")]
    [InlineData("citizen")]
    [InlineData("member-technician")]
    [InlineData("juror")]
    public async Task No_act_on_programme_bodies_or_projects_is_open_to_a_stranger(string who)
    {
        var things = await SamplePages.Things(platform);
        Dictionary<string, string> samples = new()
        {
            ["/axes/{code}"] = "/axes/durable",
            ["/themes/{code}"] = "/themes/D3",
            ["/actions/{code}"] = "/actions/D3a.1",
            ["/orientations/{code}"] = "/orientations/O3",
            ["/seats/{code}"] = "/seats/presidency-1",
            ["{commune}"] = "57081",
            ["{year}"] = "2021",
            ["{slug}"] = "jalonnement-lys",
            ["{id}"] = things["$stage"],
        };
        var acts = Endpoints.Of(platform).Where(e => e.Methods.Contains("POST")).Select(e => Plain(e.Pattern))
            .Where(p => new[] { "programme", "bodies", "projects" }.Any(c => p.StartsWith($"/{c}", StringComparison.Ordinal) || p.StartsWith($"/desk/{c}", StringComparison.Ordinal))).ToList();
        Assert.True(acts.Count > 20, $"Only {acts.Count} acts were found");
        var guest = who == "visitor" ? platform.Visitor() : await platform.As(who);
        var before = await State();
        List<string> open = [];
        foreach (var act in acts)
        {
            var address = SamplePages.AddressOf(act, samples);
            if (Code(await guest.Post(address, ("on", "2021-01-27"))) is var code && code != (who == "visitor" ? 's' : '-'))
            {
                open.Add($"{address}: {code}");
            }
        }

        Assert.Empty(open);
        Assert.Equal(before, await State());
    }

    [Theory]
    [InlineData("colead-civil", "colead-elected")]
    [InlineData("member-technician", "member-citizen")]
    [InlineData("juror2", "juror")]
    [InlineData("body-member", "member-citizen", "/desk/dashboard", "/desk/dashboard.csv", "/desk/dashboard.xlsx", "/desk/presentations")]
    [InlineData("proofreader", "translator", "/desk/terms/import", "/desk/terms/{id}/accept", "/desk/terms/{id}/change", "/desk/terms/{id}/refuse", "/desk/terms/{id}/retire", "/desk/translation/interface", "/desk/translation/interface.zip", "/desk/translation/memory/import")]
    [InlineData("communication", "translator", "/desk/dashboard", "/desk/dashboard.csv", "/desk/dashboard.xlsx")]
    [InlineData("moderator", "citizen", "/desk/moderation", "/desk/moderation/{id}", "/desk/moderation/first")]
    public async Task The_other_people_of_the_demonstration_open_what_their_like_may(string who, string like, params string[] own)
    {
        var things = await SamplePages.Things(platform);
        var (guest, column) = (await platform.As(who), Array.IndexOf(SamplePages.People, like));
        List<string> wrong = [];
        foreach (var row in SamplePages.All)
        {
            var expected = own.Contains(row.Page) ? '+' : row.Codes[column];
            if (Code(await guest.Get(row.Address(things))) is var code && code != expected)
            {
                wrong.Add($"{row.Page}: {code}, and {like} {row.Codes[column]}");
            }
        }

        Assert.Empty(wrong);
    }

    private Task<(int, long)> State() => platform.Db(async db => (await db.Events.CountAsync(), await db.Events.MaxAsync(e => e.Number)));

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
