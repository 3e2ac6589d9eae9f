using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Territory;

/// <summary>The communes as files: words stay words, numbers stay numbers.</summary>
public sealed class CommuneFileTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_stays_words_in_the_file_of_the_communes()
    {
        await platform.Db(async db =>
        {
            var commune = await db.Set<Commune>().AsNoTracking().SingleAsync(c => c.Code == "34022");
            db.Entry(commune).State = EntityState.Unchanged;
            var name = db.Entry(commune).ComplexProperty(c => c.Name);
            name.CurrentValue = LocalizedText.Of("nl", ("nl", "=HYPERLINK(1)"), ("fr", "$=1+1"));
            name.IsModified = true;
            return await db.SaveChangesAsync();
        });
        platform.Services.GetRequiredService<Generations>().RaiseAll();
        var guest = platform.Visitor();
        Assert.Contains("\n34022;\"'=HYPERLINK(1)\";\"'=HYPERLINK(1)\";Vlaamse deelregio;77109;80", (await guest.Get("/nl/territory/communes.csv")).Text, StringComparison.Ordinal);
        using var file = new MemoryStream((await guest.Get("/fr/territory/communes.xlsx")).Bytes);
        var rows = file.Query().Cast<IDictionary<string, object?>>().Select(r => r.Values.ToList()).ToList();
        var row = rows.Single(r => r[0]?.ToString() == "34022");
        Assert.Equal(("'$=1+1", "=HYPERLINK(1)", 77109d), (row[1], row[2], row[4]));
        Assert.Equal("code", rows[0][0]);
    }
}
