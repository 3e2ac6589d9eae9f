using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.Platform.Files;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class PostFileTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string New = "/fr/groups/parc-bleu/posts/new";

    public static TheoryData<string, string> Wrong => new()
    {
        { "empty", "vide.pdf" },
        { "html", "page.pdf" },
        { "program", "tableau.xlsx" },
        { "zip", "archive.docx" },
        { "large", "trop.pdf" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_file_that_is_empty_too_large_or_of_another_kind_than_it_says_is_refused_at_its_field(string kind, string name)
    {
        var content = kind switch
        {
            "empty" => [],
            "html" => Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"),
            "program" => [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0],
            "zip" => Encoding.ASCII.GetBytes("PK\x03\x04 not a package"),
            _ => [.. NewsSteps.Pdf, .. new byte[26 * 1024 * 1024]],
        };
        var words = NewsSteps.Words("Avec un mauvais fichier");
        var answer = await (await platform.As("colead-civil")).Upload(New, words, (name, content));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(name, answer.ErrorAt("files"), StringComparison.Ordinal);
        Assert.Equal("Avec un mauvais fichier", answer.Html.QuerySelector("#title-fr")!.GetAttribute("value"));
        var id = Guid.Parse(words[0].Value!);
        Assert.False(await platform.Db(db => db.Set<Post>().AnyAsync(p => p.Id == id)));
    }

    [Theory]
    [InlineData("../../../etc/plan.pdf", "plan.pdf")]
    [InlineData("..\\..\\plan.pdf", "plan.pdf")]
    [InlineData("/etc/plan.pdf", "plan.pdf")]
    public async Task A_name_that_climbs_directories_loses_them(string offered, string kept)
    {
        var lead = await platform.As("colead-civil");
        var path = await lead.Publish("Avec un plan", files: (offered, NewsSteps.Pdf));
        Assert.Equal(kept, (await lead.Get("/fr" + path)).Html.QuerySelector("a[href*='/files/']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Good_files_survive_a_refused_form_and_go_with_the_next_sending()
    {
        var lead = await platform.As("colead-civil");
        var refused = await lead.Upload(New, NewsSteps.Words(""), ("bon.pdf", NewsSteps.Pdf), ("vide.pdf", []));
        var token = refused.Html.QuerySelector("input[name='files.kept']")!.GetAttribute("value")!;
        var sent = await lead.Submit(refused, "main form.form", ("title.fr", "Enfin un titre"));
        Assert.Equal(303, (int)sent.Status);
        Assert.Equal(["bon.pdf"], (await lead.Get(sent.Location!)).Html.QuerySelectorAll("a[href*='/files/']").Select(a => a.TextContent.Trim()));
        Assert.False(await platform.Db(db => db.Set<StagedFile>().AnyAsync(s => s.FileId == Guid.Parse(token))));
    }

    [Fact]
    public async Task Nobody_takes_a_file_that_somebody_else_left_waiting()
    {
        var lead = await platform.As("colead-civil");
        var refused = await lead.Upload(New, NewsSteps.Words(""), ("secret.pdf", NewsSteps.Pdf));
        var token = refused.Html.QuerySelector("input[name='files.kept']")!.GetAttribute("value")!;
        var thief = await platform.As("colead-elected");
        var sent = await thief.Upload(New, [.. NewsSteps.Words("Pris"), ("files.kept", token)]);
        Assert.Empty((await thief.Get(sent.Location!)).Html.QuerySelectorAll("a[href*='/files/']"));
    }

    [Fact]
    public async Task Files_of_forms_that_never_came_back_are_forgotten_after_a_day()
    {
        var lead = await platform.As("colead-civil");
        var refused = await lead.Upload(New, NewsSteps.Words(""), ("oubli.pdf", NewsSteps.Pdf));
        var token = Guid.Parse(refused.Html.QuerySelector("input[name='files.kept']")!.GetAttribute("value")!);
        var start = platform.Clock.Now;
        await platform.MoveTo(start.AddHours(20));
        Assert.True(await platform.Db(db => db.Set<StoredFile>().AnyAsync(f => f.Id == token)));
        await platform.MoveTo(start.AddDays(2));
        Assert.False(await platform.Db(db => db.Set<StoredFile>().AnyAsync(f => f.Id == token)));
        Assert.Empty(Directory.GetFiles(platform.DataFolder, token.ToString("N"), SearchOption.AllDirectories));
        await platform.MoveTo(start);
    }

    [Fact]
    public async Task An_attached_file_is_taken_off_and_another_put_in_its_place()
    {
        var lead = await platform.As("colead-civil");
        var path = await lead.Publish("Deux versions", files: ("avant.pdf", NewsSteps.Pdf));
        var form = await lead.Get($"/fr{path}/edit");
        var old = form.Html.QuerySelector("input[name='detach']")!.GetAttribute("value")!;
        var version = form.Html.QuerySelector("input[name='version']")!.GetAttribute("value");
        var saved = await lead.Upload($"/fr{path}/edit", [.. NewsSteps.Words("Deux versions"), ("version", version), ("detach", old)], ("apres.pdf", NewsSteps.Pdf));
        Assert.Equal(303, (int)saved.Status);
        Assert.Equal(["apres.pdf"], (await lead.Get("/fr" + path)).Html.QuerySelectorAll("a[href*='/files/']").Select(a => a.TextContent.Trim()));
        Assert.Equal(404, (int)(await lead.Get($"/fr/groups/parc-bleu/files/{old}")).Status);
    }
}
