using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Territory;
using Passerelle.Territory.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Territory;

public sealed class BoundariesPageTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Page = "/fr/desk/territory/boundaries";
    private static readonly DateOnly Story = new(2021, 1, 27);

    [Fact]
    public async Task An_administrator_imports_boundaries_the_map_shows_them_at_once_and_can_go_back()
    {
        var reader = platform.Visitor();
        Task<int> Imports() => platform.Db(db => db.Events.CountAsync(e => e.Name == "territory.boundaries-imported" && e.ActorId != null));
        var before = await Imports();
        Assert.Contains("Carte schématique", (await reader.Get("/fr/territory")).Main, StringComparison.Ordinal);
        var administrator = await platform.As("administrator");

        var answer = await Send(administrator, await Squares(Story), "© IGN, © Statbel");
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("Les limites de 155 communes ont été importées", (await administrator.Follow(answer)).Main, StringComparison.Ordinal);
        Assert.Contains("Limites des communes : © IGN, © Statbel", (await reader.Get("/fr/territory")).Main.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(155, (await reader.Get("/fr/territory")).Html.QuerySelectorAll("figure.map svg a").Length);
        Assert.Equal(153, (await reader.Get("/fr/territory?on=2025-01-01")).Html.QuerySelectorAll("figure.map svg a").Length);
        Assert.Contains("Limites des communes", (await reader.Get("/fr/territory?on=2025-01-01")).Main, StringComparison.Ordinal);
        Assert.Equal(before + 1, await Imports());

        var asked = await administrator.Get((await administrator.Get(Page)).Html.QuerySelector("a[href$='/drop']")!.GetAttribute("href")!);
        Assert.Contains("Les limites importées (communes au 27 janvier 2021) seront effacées", asked.Main.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(Page, asked.Html.QuerySelector("form .submit a")!.GetAttribute("href"));
        Assert.Contains("Limites des communes", (await reader.Get("/fr/territory")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(asked, "main form[method=post]")).Status);
        Assert.Contains("Carte schématique", (await reader.Get("/fr/territory")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boundaries_of_after_a_merger_are_taken_too_and_shown_for_their_own_time()
    {
        var administrator = await platform.As("administrator");
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(administrator, await Squares(new(2025, 1, 1)), "©")).Status);
        var reader = platform.Visitor();
        Assert.Contains("Limites des communes", (await reader.Get("/fr/territory?on=2025-01-01")).Main, StringComparison.Ordinal);
        Assert.Contains("Carte schématique", (await reader.Get("/fr/territory")).Main, StringComparison.Ordinal);
        await administrator.Post(Page + "/drop");
    }

    [Fact]
    public async Task Where_no_boundaries_are_kept_there_is_nothing_to_delete()
    {
        var administrator = await platform.As("administrator");
        Assert.Empty((await administrator.Get(Page)).Html.QuerySelectorAll("main form[action$='/drop'], main a[href$='/drop']"));
        Assert.Equal(Page, (await administrator.Get(Page + "/drop")).Location);
        Task<int> Drops() => platform.Db(db => db.Events.CountAsync(e => e.Name == "territory.boundaries-dropped"));
        var before = await Drops();
        Assert.Equal(Page, (await administrator.Post(Page + "/drop")).Location);
        Assert.Equal(before, await Drops());
    }

    [Fact]
    public async Task A_file_that_does_not_fit_is_refused_whole_and_names_everything()
    {
        var file = (await Squares(Story)).Replace("\"34022\"", "\"00001\"", StringComparison.Ordinal).Replace("\"59350\"", "\"00002\"", StringComparison.Ordinal);
        var answer = await Send(await platform.As("administrator"), file, "©");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("(00001)", answer.Main, StringComparison.Ordinal);
        Assert.Contains("(00002)", answer.Main, StringComparison.Ordinal);
        Assert.Contains("Courtrai (34022)", answer.Main, StringComparison.Ordinal);
        Assert.Contains("Lille (59350)", answer.Main, StringComparison.Ordinal);
        Assert.Contains("4 problèmes", answer.ErrorAt("file"), StringComparison.Ordinal);
        Assert.Equal("©", answer.Html.QuerySelector("#credit")!.GetAttribute("value"));
        Assert.Equal(0, await platform.Db(db => db.Set<CommuneBoundary>().CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("code;name\n1;x")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{\"type\":\"Topology\"}")]
    public async Task A_file_of_the_wrong_kind_is_refused_at_its_field(string content)
    {
        var answer = await Send(await platform.As("administrator"), content, "©", "../../etc/passwd.geojson");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt("file"));
        Assert.Equal(0, await platform.Db(db => db.Set<CommuneBoundary>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_imports()
    {
        var file = await Squares(Story);
        Assert.StartsWith("/fr/sign-in", (await Send(platform.Visitor(), file, "©")).Location, StringComparison.Ordinal);
        foreach (var person in new[] { "citizen", "director", "coordinator" })
        {
            var guest = await platform.As(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Get(Page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Get(Page + "/drop")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await Send(guest, file, "©")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await guest.Post(Page + "/drop")).Status);
        }

        Assert.Equal(0, await platform.Db(db => db.Set<CommuneBoundary>().CountAsync()));
    }

    [Theory]
    [InlineData(true, 0, "The boundaries of 153 communes were imported")]
    [InlineData(false, 1, "(34022): no feature in the file")]
    public async Task The_command_line_imports_or_reports(bool whole, int code, string words)
    {
        var folder = Directory.CreateTempSubdirectory("passerelle-import-").FullName;
        var file = Path.Combine(folder, "b.geojson");
        await File.WriteAllTextAsync(file, await Squares(new(2026, 1, 1), whole ? null : "34022"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Passerelle.dll"), "--empty", "--data", folder, "--import-boundaries", file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__Platform");
        start.Environment["Logging__LogLevel__Default"] = "Critical";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Equal(code, process.ExitCode);
    }

    private static Task<Answer> Send(Guest guest, string file, string credit, string name = "communes.geojson") =>
        guest.Send(Page, new MultipartFormDataContent
        {
            { new StringContent(credit), "credit" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", name },
        });

    /// <summary>A small square on the middle of each commune of a day.</summary>
    private async Task<string> Squares(DateOnly on, string? without = null)
    {
        var list = await platform.Services.GetRequiredService<Communes>().On(on);
        var features = list.All.Where(c => c.Code != without).Select(c =>
        {
            string At(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"[{c.Lon + x:0.#####},{c.Lat + y:0.#####}]");
            const double s = 0.004;
            string[] ring = [At(-s, -s), At(s, -s), At(s, s), At(-s, s), At(-s, -s)];
            return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + c.Code + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + string.Join(',', ring) + "]]}}";
        });
        return "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', features) + "]}";
    }
}
