using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Documents;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

/// <summary>Histories as files: what the page shows to the same reader, whole.</summary>
public sealed class HistoryFileTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public async Task A_person_takes_all_of_their_history_away_in_their_language()
    {
        var (guest, email) = await platform.Registered("nl");
        for (var i = 0; i < 60; i++)
        {
            await guest.Fill("/nl/me", ("organisation", "Bond " + i));
        }

        var page = await guest.Get("/nl/me/history");
        Assert.NotNull(page.Html.QuerySelector("a[href='/nl/me/history.csv']"));
        var file = await guest.Get("/nl/me/history.csv");
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("passerelle-geschiedenis.csv", file.Response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(Mark, file.Bytes[..3]);
        var lines = Lines(file);
        Assert.Equal("Datum en uur;Handeling", lines[0]);
        Assert.Equal(63, lines.Count); // the head, the account, the charter, and each change
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d;Lise Vandenbroucke heeft het eigen profiel gewijzigd$", lines[1]);
        Assert.DoesNotContain(email, file.Text, StringComparison.Ordinal);

        var sheet = Sheet(await guest.Get("/nl/me/history.xlsx"));
        Assert.Equal(lines, sheet.Select(row => string.Join(';', row)));
    }

    [Fact]
    public async Task A_groups_history_is_the_public_one_for_readers_and_all_of_it_for_its_coordinator()
    {
        var counts = await platform.Scope(async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            List<Guid> subjects = [await db.Set<Group>().Where(g => g.Slug == "parc-bleu").Select(g => g.Id).SingleAsync()];
            foreach (var beside in services.GetServices<GroupHistorySource>())
            {
                subjects.AddRange(await beside.Of(subjects[0])); // its links
            }

            return (Public: await db.Events.CountAsync(e => subjects.Contains(e.SubjectId) && e.IsPublic), All: await db.Events.CountAsync(e => subjects.Contains(e.SubjectId)));
        });
        Assert.True(counts.Public < counts.All);

        var reader = platform.Visitor();
        var shown = (await reader.Get("/fr/groups/parc-bleu/history")).Html.QuerySelectorAll(".timeline strong").Select(s => s.TextContent.Trim()).ToList();
        var seen = Lines(await reader.Get("/fr/groups/parc-bleu/history.csv"));
        Assert.Equal("Date;Acte;Par;Motif", seen[0]);
        Assert.Equal(counts.Public + 1, seen.Count);
        Assert.All(shown, text => Assert.Contains(seen, line => line.Contains(text, StringComparison.Ordinal)));
        Assert.Equal(counts.Public + 1, Sheet(await reader.Get("/fr/groups/parc-bleu/history.xlsx")).Count);

        var inside = Lines(await (await platform.As("coordinator")).Get("/fr/groups/parc-bleu/history.csv"));
        Assert.Equal("Date;Acte;Par;Motif;Visible par", inside[0]);
        Assert.Equal(counts.All + 1, inside.Count);
        Assert.Contains(inside, line => line.EndsWith(";l’équipe", StringComparison.Ordinal));
        // A coordinator of other groups reads the public acts, with the names that the agency knows.
        var beside = Lines(await (await platform.As("coordinator2")).Get("/fr/groups/parc-bleu/history.csv"));
        Assert.Equal(seen.Count, beside.Count);
        Assert.NotEqual(seen, beside);
    }

    [Fact]
    public async Task A_history_that_is_not_there_or_not_ones_own_is_not_given()
    {
        Assert.Equal(404, (int)(await platform.Visitor().Get("/fr/groups/nulle-part/history.csv")).Status);
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Get("/fr/me/history.csv")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_a_spreadsheet_would_run_stay_words()
    {
        var answer = await Answered(TableFile.Csv("x", ["a", "b"], [["=HYPERLINK(\"http://evil.example\")", "+1"], ["-2", "@SUM(A1)"], ["two\nlines; and \"more\"", "\tTab"]]));
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\";\"'+1\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"'-2\";\"'@SUM(A1)\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"two\nlines; and \"\"more\"\"\";", answer, StringComparison.Ordinal);
        Assert.Contains("\"'\tTab\"", answer, StringComparison.Ordinal);
    }

    private static async Task<string> Answered(Microsoft.AspNetCore.Http.IResult result)
    {
        using var body = new MemoryStream();
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Response.Body = body;
        await result.ExecuteAsync(http);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private static List<string> Lines(Answer file) =>
        [.. file.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

    private static List<List<string?>> Sheet(Answer file)
    {
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Response.Content.Headers.ContentType!.MediaType);
        using var stream = new MemoryStream(file.Bytes);
        return [.. stream.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.Select(v => v?.ToString()).ToList())];
    }
}
