using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;
using Passerelle.Territory;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Territory;

public sealed class WrongPackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData("communes.csv", "59009,", "59009,", "59005,", "duplicate code «59005»")]
    [InlineData("communes.csv", "59009,", ",french,", ",breton,", "unknown side «breton»")]
    [InlineData("communes.csv", "59009,", "FR,french", "BE,french", "the country «BE» is not that of the side «french»")]
    [InlineData("communes.csv", "59011,", "Annœullin,Annœullin", "Annœullin,", "missing language «nl»: «name_nl» is empty")]
    [InlineData("communes.csv", "59009,", ",27.5,", ",0,", "«area_km2» is not above 0")]
    [InlineData("communes.csv", "59009,", ",27.5,", ",-3,", "«area_km2» is not above 0")]
    [InlineData("communes.csv", "59009,", ",27.5,", ",large,", "«area_km2» is no number: «large»")]
    [InlineData("communes.csv", "59009,", ",61258,", ",0,", "«population» is not above 0")]
    [InlineData("communes.csv", "59009,", ",MEL,", ",LMCU,", "unknown partner «LMCU»")]
    [InlineData("communes.csv", "37015,", ",2024-12-31,", ",2007-12-31,", "«until» (2007-12-31) lies before «from» (2008-01-28)")]
    [InlineData("communes.csv", "37015,", ",2024-12-31,", ",2024-12-30,", "the successor «37022» does not begin on the day after «until»")]
    [InlineData("communes.csv", "37015,", ",37022", ",99999", "unknown commune «99999» in «merged_into»")]
    [InlineData("communes.csv", "59009,", ",2020-01-01,", ",01/01/2020,", "«population_date» is no date: «01/01/2020»")]
    [InlineData("communes.csv", "59009,", ",fr,", ",de,", "unknown official language «de»")]
    [InlineData("communes.csv", "59009,", ",no,", ",perhaps,", "«border» is none of mel, france, no: «perhaps»")]
    [InlineData("partners.csv", "WVI,", ",intercommunal,", ",club,", "unknown level «club»")]
    [InlineData("partners.csv", "WVI,", "WVI,9", "MEL,9", "duplicate id «MEL»")]
    [InlineData("adjacency.csv", "33011,33021,", "33021", "99999", "unknown commune «99999»")]
    [InlineData("adjacency.csv", "33011,33021,", "33011,33021", "33021,33011", "«code_a» (33021) does not come before «code_b» (33011)")]
    [InlineData("adjacency.csv", "33011,33021,", "same-side", "other-country", "«relation» is «other-country», but the communes are «same-side»")]
    [InlineData("adjacency.csv", "33011,33037,", "33037", "33021", "duplicate pair «33011», «33021»")]
    [InlineData("adjacency.csv", "33011,33021,", "12.0", "-1", "«shared_km» is below 0")]
    [InlineData("bodies.csv", "presidency,", ",4,", ",5,", "«seats» says 5, but seats.csv has 4")]
    [InlineData("seats.csv", "presidency-1,", ",french,", ",breton,", "unknown side «breton»")]
    [InlineData("demo/offices.csv", "59599,", "gaetan-dhainautte", "nobody-at-all", "unknown person «nobody-at-all»")]
    [InlineData("demo/mandates.csv", "karel-moerkercke,", "34013,,", "34013,LEIEDAL,", "exactly one of «commune» and «partner» must be filled")]
    public async Task A_wrong_row_is_refused_with_file_row_and_reason(string file, string line, string from, string to, string reason)
    {
        using var wrong = new WrongPack();
        var row = wrong.Change(file, line, from, to);
        Assert.Contains(new PackError(file, row, reason), await Refused(wrong));
    }

    [Theory]
    [InlineData("demo/sittings.csv", "presidency-1,valerie-maertenau,MEL,,,2020-09-01,", "two people at once")]
    [InlineData("demo/offices.csv", "59599,yannick-cocheteux,2020-07-05,2020-07-05", "two people at once")]
    public async Task Two_people_at_once_on_one_seat_or_office_are_refused(string file, string line, string reason)
    {
        using var wrong = new WrongPack();
        Assert.Contains(new PackError(file, wrong.Add(file, line), reason), await Refused(wrong));
    }

    [Theory]
    [InlineData("    \"nl\": \"Eurometropool Lille-Kortrijk-Tournai\"", "\"nl\"", "\"de\"", "name: missing language «nl»")]
    [InlineData("  \"founded\"", "2008-01-28", "28 January", "«founded» is no date")]
    [InlineData("  \"zone\"", "Europe/Brussels", "Europe/Bruges", "«zone» is no time zone: «Europe/Bruges»")]
    [InlineData("      \"code\": \"walloon\"", "walloon", "french", "sides[2].code: duplicate code «french»")]
    public async Task A_wrong_fact_of_the_grouping_is_refused(string line, string from, string to, string reason)
    {
        using var wrong = new WrongPack();
        wrong.Change("pack.json", line, from, to);
        Assert.Contains(new PackError("pack.json", 0, reason), await Refused(wrong));
    }

    [Fact]
    public async Task A_start_with_a_wrong_pack_loads_nothing_and_ends()
    {
        using var wrong = new WrongPack();
        wrong.Change("adjacency.csv", "33011,33021,", "33021", "99999");
        var folder = Directory.CreateTempSubdirectory("passerelle-wrong-").FullName;
        var connection = await TestDatabase.Blank(folder);
        await using (var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("empty", "true").UseSetting("data", folder).UseSetting("pack", wrong.Folder).UseSetting("ConnectionStrings:Platform", connection);
            builder.ConfigureLogging(logging => logging.ClearProviders());
        }))
        {
            var stopping = new TaskCompletionSource();
            factory.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
            await stopping.Task.WaitAsync(TimeSpan.FromSeconds(60));
            Environment.ExitCode = 0;
            await using var scope = factory.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            Assert.Equal(0, await db.Set<Side>().CountAsync());
            Assert.Equal(0, await db.Set<Commune>().CountAsync());
            Assert.Equal(0, await db.Set<Setting>().CountAsync());
        }

        await TestDatabase.Drop(connection);
    }

    private Task<IReadOnlyList<PackError>> Refused(WrongPack wrong) => platform.Scope(async services =>
    {
        var db = services.GetRequiredService<PlatformDb>();
        var before = (await db.Set<Commune>().CountAsync(), await db.Events.CountAsync(), await db.Set<Setting>().CountAsync());
        var refusal = await Assert.ThrowsAsync<PackRefused>(() => services.GetRequiredService<PackLoader>().Load(wrong.Pack, default));
        Assert.Equal(before, (await db.Set<Commune>().CountAsync(), await db.Events.CountAsync(), await db.Set<Setting>().CountAsync()));
        return refusal.Errors;
    });
}
