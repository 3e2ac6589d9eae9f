using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Passerelle.Platform.Jobs;
using Passerelle.Tests.Host;
using Passerelle.Translation.Machine;

namespace Passerelle.Tests.Translation;

public sealed class MachineOffTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task By_default_there_is_no_button_no_job_no_row_and_no_address()
    {
        var path = await platform.Fresh("campus-frontiere");
        var translator = await platform.As("translator");
        Assert.Null((await translator.Get("/fr" + path)).Html.QuerySelector("#machine"));
        Assert.Equal(HttpStatusCode.NotFound, (await translator.Post($"/fr{path}/machine")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await translator.Post("/api/etranslation/x")).Status);
        await platform.Minute(3);
        Assert.Equal(0, await platform.Db(db => db.Set<JobRun>().CountAsync(r => r.Job == "translation.machine")));
        Assert.Equal(0, await platform.Db(db => db.Set<MachineAsk>().CountAsync()));
        Assert.DoesNotContain("Traduction automatique", (await platform.Visitor().Get("/fr/privacy")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(null, "Service", "")]
    [InlineData(null, "Service", "libretranslate", "Url", "http://libre.local:5000")]
    [InlineData(null, "Service", "deepl", "Key", "k")]
    [InlineData(null, "Service", "etranslation", "Key", "k", "Account", "App")]
    [InlineData("Machine:Service", "Service", "google", "Key", "k")]
    [InlineData("Machine:Key", "Service", "deepl")]
    [InlineData("Machine:Key", "Service", "etranslation", "Account", "App")]
    [InlineData("Machine:Account", "Service", "etranslation", "Key", "k")]
    [InlineData("Machine:Account", "Service", "etranslation", "Key", "k", "Account", "App/")]
    [InlineData("Machine:Url", "Service", "libretranslate")]
    [InlineData("Machine:Url", "Service", "libretranslate", "Url", "libre.local")]
    [InlineData("Machine:Url", "Service", "deepl", "Key", "k", "Url", "http://deepl.example")]
    [InlineData("Machine:Seconds", "Service", "deepl", "Key", "k", "Seconds", "0")]
    [InlineData("Machine:Seconds", "Service", "deepl", "Key", "k", "Seconds", "soon")]
    public void A_setting_that_is_not_in_order_is_named_at_the_start(string? named, params string[] settings)
    {
        var pairs = settings.Chunk(2).ToDictionary(p => "Machine:" + p[0], p => (string?)p[1]);
        var wrong = MachineOptions.Wrong(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
        Assert.Equal(named, wrong?.Split(' ')[0]);
    }

    [Fact]
    public void DeepL_has_an_address_for_each_kind_of_key()
    {
        Assert.Equal("https://api-free.deepl.com/", new MachineOptions { Service = "deepl", Key = "k:fx" }.Address.ToString());
        Assert.Equal("https://api.deepl.com/v2/translate", new MachineOptions { Service = "deepl", Key = "k" }.At("/v2/translate").ToString());
    }

    [Fact]
    public void A_long_text_is_asked_in_parts_that_every_service_takes()
    {
        var parts = MachineAsk.Parts(Enumerable.Range(0, 120).Select(n => new string('a', n < 60 ? 90 : 10))).ToList();
        Assert.All(parts, p => Assert.True(p.Count <= MachineAsk.MostSegments && ETranslation.Written(p).Length <= 5000));
        Assert.Equal(120, parts.Sum(p => p.Count));
    }
}
