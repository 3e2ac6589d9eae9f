using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;
using Passerelle.Translation.Terms;
using Passerelle.Translation.Terms.Files;
using static Passerelle.Tests.Translation.TermsScene;

namespace Passerelle.Tests.Translation;

/// <summary>An installation that takes small files only.</summary>
public sealed class SmallUploads : TestPlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["UploadLimitMegabytes"] = "1" };
}

/// <summary>Files that cannot be read: the form comes back with what is wrong, and where.</summary>
public sealed class TermsBadFileTests(SmallUploads platform) : IClassFixture<SmallUploads>
{
    private static readonly string Good = Tbx(Entry("a", ("fr", "gué", null), ("nl", "doorwaadbare plaats", null)));

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "cut off", Good[..^40], "avant la fin", "voor het einde" },
        { "billion laughs", "<?xml version=\"1.0\"?><!DOCTYPE tbx [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><tbx>&b;</tbx>", "entités", "entiteiten" },
        { "an id twice", Tbx(Entry("x", ("fr", "a1", null), ("nl", "b1", null)), Entry("x", ("fr", "a2", null), ("nl", "b2", null))), "« x » figure deux fois", "«x» komt twee keer voor" },
        { "another kind of XML", "<tmx version=\"1.4\"><body/></tmx>", "Trouvé : tmx", "Gevonden: tmx" },
        { "a status that is none", Tbx(Entry("a", ("fr", "gué", "loved"), ("nl", "voorde", null))), "« loved »", "«loved»" },
        { "not well-formed", "<tbx><text></body></tbx>", "bien formé", "welgevormde" },
        { "a table without a language", "fr;en\nrue;street\n", "colonne « nl »", "kolom «nl»" },
        { "a quote that does not end", "fr;nl\nrue;\"straat\n", "guillemet", "aanhalingsteken" },
        { "nothing", "", "vide", "leeg" },
        { "no table at all", "\u0001\u0000\u0002%PDF", "fichier", "bestand" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_file_that_cannot_be_read_is_refused_in_the_readers_language(string what, string content, string french, string dutch)
    {
        _ = what;
        var director = await platform.As("director");
        var answer = await director.Upload(content);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(french, answer.Error(), StringComparison.Ordinal);
        using var body = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "termen.tbx" } };
        Assert.Contains(dutch, (await director.Send("/nl/desk/terms/import", body)).Error(), StringComparison.Ordinal);
        Assert.Equal(0, await platform.Db(db => db.Set<TermImport>().CountAsync()));
    }

    [Fact]
    public async Task Bytes_that_are_not_in_the_encoding_declared_are_refused_with_their_line()
    {
        var answer = await (await platform.As("director")).Upload(Encoding.Latin1.GetBytes(Good.Replace("<text>", "\n<text>", StringComparison.Ordinal)));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("encodage annoncé", answer.Error(), StringComparison.Ordinal);
        Assert.Contains("ligne 2", answer.Error(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_file_of_two_bytes_a_letter_is_read(string encoding)
    {
        var written = Encoding.GetEncoding(encoding);
        var director = await platform.As("director");
        var look = await director.Follow(await director.Upload([.. written.GetPreamble(), .. written.GetBytes(Good.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]));
        Assert.Contains("doorwaadbare plaats", look.Main, StringComparison.Ordinal);
        await platform.Db(db => db.Set<TermImport>().ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_file_above_the_limit_gets_its_form_back_and_one_that_announces_ten_gigabytes_is_judged_by_what_comes()
    {
        var director = await platform.As("director");
        var large = await director.Upload(new byte[(1024 * 1024) + 1]);
        Assert.Equal(422, (int)large.Status);
        Assert.Contains("trop volumineux : 1 Mo au plus", large.Error(), StringComparison.Ordinal);
        const string Raw = "--cut\r\nContent-Disposition: form-data; name=file; filename=t.tbx\r\nContent-Length: 10737418240\r\n\r\n<tbx><text>\r\n--cut--\r\n";
        using var body = new StringContent(Raw);
        body.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "cut") } };
        Assert.Contains("avant la fin", (await director.Send(At + "/import", body)).Error(), StringComparison.Ordinal);
        Assert.Contains("Choisissez un fichier", (await director.Fill(At + "/import")).Error(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_terms_than_may_come_at_once_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, TermFile.MostPairs + 1).Select(i => $"mot {i};woord {i}\n"));
        var answer = await (await platform.As("director")).Upload("fr;nl\n" + rows);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("en plusieurs parties", answer.Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_that_a_file_can_have_has_words_with_its_arguments()
    {
        foreach (var language in Language.All)
        {
            using var _ = Language.In(language);
            Assert.All(Faults.All, id => Assert.DoesNotMatch(@"\{|\}", FaultWords.Say(new(id, ["one", "two", "three"], 3, 5, "/tbx"))));
            Assert.All(Faults.All, id => Assert.Contains("5", FaultWords.Say(new(id, ["one", "two", "three"], 3, 5, "/tbx")), StringComparison.Ordinal));
        }
    }
}
