using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Tests.Host;
using Passerelle.Translation.Files;

namespace Passerelle.Tests.Translation;

public sealed class FilesPersonalDataTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_one_brought_is_in_the_download_and_stays_without_a_name_when_the_account_is_erased()
    {
        var translator = await platform.As("translator");
        var (page, _) = await translator.Brought("Le texte de quelqu’un.", "quelquun.txt");
        var data = JsonDocument.Parse((await translator.Get("/fr/me/data/download")).Text).RootElement;
        Assert.Contains("quelquun.txt", data.GetProperty("translation-files").ToString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse((await (await platform.As("citizen")).Get("/fr/me/data/download")).Text).RootElement.GetProperty("translation-files").ValueKind);

        Assert.Contains("au bureau de traduction restent, sans votre nom", (await translator.Get("/fr/me/erase")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await translator.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"))).Status);
        Assert.Null(await platform.Db(db => db.Set<DeskFile>().Where(f => f.Name == "quelquun.txt").Select(f => f.UploadedBy).SingleAsync()));
        Assert.Equal(200, (int)(await (await platform.As("director")).Get(page)).Status);
    }
}
