using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Tests.Host;
using Passerelle.Translation;
using static Passerelle.Tests.Translation.FilesScene;

namespace Passerelle.Tests.Translation;

/// <summary>Texts go out as XLIFF to a translator who works elsewhere, and come back.</summary>
public sealed class FilesXliffTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Three = "Le canal relie les deux rives.\nLe pont est fermé.\nIl y a 12 bateaux.";

    [Theory]
    [InlineData("1.2", XliffVersion.V12)]
    [InlineData("2.1", XliffVersion.V21)]
    public async Task What_changed_comes_back_segment_by_segment_with_its_state(string version, XliffVersion written)
    {
        var translator = await platform.As("translator");
        var (_, unit) = await translator.Brought(Three, "canal.txt");
        var sent = Read(await translator.Get($"{unit}/xliff-{version}"));
        var file = Assert.Single(sent.Files);
        Assert.Equal(($"DeskFile/{unit.Split('/')[5]}/Text", "1", "fr", "nl"), (file.Original, file.Revision, file.SourceLanguage, file.TargetLanguage));
        Assert.Equal(["s1", "s2", "s3"], file.Units.Select(u => u.Id));

        var look = await translator.Look(Written(With(sent, ("s1", "Het kanaal verbindt de twee oevers.", XliffState.Translated), ("s2", "De brug is dicht.", XliffState.Initial), ("s3", "Er zijn 13 boten.", XliffState.Translated)), written));
        Assert.Equal(["1", "2", "0", "0"], look.Figures());
        Assert.Equal([false, false, true], look.Html.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector(".note") is not null)); // 12 is not 13
        Assert.All(await Segments(unit), s => Assert.Equal(SegmentState.Missing, s.State));

        var done = await translator.Submit(look, null);
        Assert.Contains("3 segments ont été pris", (await translator.Follow(done)).Main, StringComparison.Ordinal);
        Assert.Equal([SegmentState.Translated, SegmentState.Begun, SegmentState.Begun], (await Segments(unit)).Select(s => s.State));
        Assert.Equal(404, (int)(await translator.Submit(look, null)).Status);

        var again = await translator.Look((await translator.Get($"{unit}/xliff-{version}")).Bytes);
        Assert.Contains("Rien à changer", again.Main, StringComparison.Ordinal);
        Assert.Null(again.Html.QuerySelector("main form"));
    }

    [Fact]
    public async Task What_was_confirmed_here_is_not_taken_back_by_a_file_that_says_less()
    {
        var translator = await platform.As("translator");
        var (_, unit) = await translator.Brought("Le pont est ouvert.\nLe port aussi.", "pont.txt");
        var sent = Read(await translator.Get(unit + "/xliff-2.1"));
        await translator.Submit(await translator.Get(unit + "?segment=1"), "form.panel", ("target", "De brug is open."));
        var look = await translator.Look(Written(With(sent, ("s1", "De brug is open.", XliffState.Initial)), XliffVersion.V21));
        Assert.Contains("Rien à changer", look.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("revenu sans sa traduction", (await translator.Look(Written(sent, XliffVersion.V21))).Main, StringComparison.Ordinal); // it had none when it went out
        var since = Read(await translator.Get(unit + "/xliff-2.1"));
        var emptied = await translator.Look(Written(With(since, ("s1", "", XliffState.Initial)), XliffVersion.V21));
        Assert.Contains("1 segment est revenu sans sa traduction", emptied.Main, StringComparison.Ordinal);
        Assert.Equal((SegmentState.Translated, "De brug is open."), (await Segments(unit))[0] is var first ? (first.State, first.Target) : default);
    }

    [Theory]
    [InlineData("1.2", XliffVersion.V12)]
    [InlineData("2.1", XliffVersion.V21)]
    public async Task What_was_typed_here_after_the_file_went_out_stays_and_the_files_words_become_a_remark(string version, XliffVersion written)
    {
        var translator = await platform.As("translator");
        var (_, unit) = await translator.Brought($"La barge {version} part.\nLe quai attend.\nLe soir tombe.", "barge.txt");
        await translator.Submit(await translator.Get(unit + "?segment=1"), "form.panel", ("target", $"De aak {version} vaart."));
        await translator.Submit(await translator.Get(unit + "?segment=2"), "form.panel", ("target", "De kaai wacht."));
        var sent = Read(await translator.Get($"{unit}/xliff-{version}"));
        await translator.Submit(await translator.Get(unit + "?segment=1"), "form.panel", ("target", $"De aak {version} vertrekt."));
        await translator.Submit(await translator.Get(unit + "?segment=2"), "form.panel", ("target", "De kade wacht."));

        // The first was changed there too, the second left as it came, the third is new.
        var file = Written(With(sent, ("s1", $"De schuit {version} vertrekt.", XliffState.Translated), ("s3", "De avond valt.", XliffState.Translated)), written);
        var look = await translator.Look(file);
        Assert.Equal(["1", "0", "1", "0"], look.Figures());
        Assert.Contains("Gardé tel qu’ici", look.Main, StringComparison.Ordinal);
        await translator.Submit(look, null);
        Assert.Equal([$"De aak {version} vertrekt.", "De kade wacht.", "De avond valt."], (await Segments(unit)).Select(s => s.Target));
        Assert.Contains($"De schuit {version} vertrekt.", (await translator.Get(unit + "?segment=1")).Main, StringComparison.Ordinal);
        Assert.Contains("Rien à changer", (await translator.Look(file)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_confirmed_here_after_the_file_went_out_are_not_changed_by_it()
    {
        var translator = await platform.As("translator");
        var (_, unit) = await translator.Brought("Le bac passe.", "bac.txt");
        var panel = (await translator.Get(unit)).Html.QuerySelector("form.panel")!;
        string Value(string name) => panel.QuerySelector($"[name={name}]")!.GetAttribute("value")!;
        await translator.Post(panel.GetAttribute("data-typed")!, ("revision", Value("revision")), ("version", Value("version")), ("target", "Het veer vaart."));
        var sent = Read(await translator.Get($"{unit}/xliff-2.1"));
        await translator.Submit(await translator.Get(unit + "?segment=1"), "form.panel", ("target", "Het veer vaart."));
        await translator.Submit(await translator.Look(Written(With(sent, ("s1", "De pont vaart.", XliffState.Translated)), XliffVersion.V21)), null);
        Assert.Equal((SegmentState.Translated, "Het veer vaart."), (await Segments(unit))[0] is var first ? (first.State, first.Target) : default);
        Assert.Contains("De pont vaart.", (await translator.Get(unit + "?segment=1")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_readers_file_reads_over_and_a_remark_is_kept()
    {
        var (translator, proofreader) = (await platform.As("translator"), await platform.As("proofreader"));
        var (_, unit) = await translator.Brought("La fête du canal commence.", "fete.txt", isPublic: true);
        await translator.Translate(unit, _ => "Het kanaalfeest begint.");
        var sent = Read(await proofreader.Get(unit + "/xliff-1.2"));
        Assert.Equal(XliffState.Translated, sent.Files[0].Units[0].Segments[0].State);
        var reviewed = With(sent, ("s1", "Het kanaalfeest begint.", XliffState.Reviewed));
        Assert.Contains("Rien à changer", (await translator.Look(Written(reviewed, XliffVersion.V12))).Main, StringComparison.Ordinal);
        reviewed = new([.. reviewed.Files.Select(f => f with { Units = [.. f.Units.Select(u => u with { Segments = [.. u.Segments.Select(s => s with { Note = "Goed zo" })] })] })]);
        await proofreader.Submit(await proofreader.Look(Written(reviewed, XliffVersion.V12)), null);
        Assert.Equal(SegmentState.Proofread, (await Segments(unit))[0].State);
        Assert.Contains("Goed zo", (await proofreader.Get(unit + "?segment=1")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another revision", "autre révision", "andere revisie")]
    [InlineData("another text", "autre révision", "andere revisie")]
    [InlineData("a text that is not there", "n’existe pas", "bestaat niet")]
    [InlineData("another language", "autre langue : de", "andere taal: de")]
    [InlineData("a changed source", "unité s1", "eenheid s1")]
    [InlineData("a missing unit", "Il manque l’unité s2", "Eenheid s2")]
    [InlineData("cut off", "avant la fin", "voor het einde")]
    [InlineData("no XLIFF", "Trouvé : tmx", "Gevonden: tmx")]
    [InlineData("an empty package", "xliff", "xliff")]
    [InlineData("nothing", "vide", "leeg")]
    public async Task A_file_that_does_not_fit_is_refused_with_what_and_where(string what, string french, string dutch)
    {
        var translator = await platform.As("translator");
        var (_, unit) = await translator.Brought("Le quai est long.\nLe train est court.", "quai.txt");
        var (_, other) = await translator.Brought("Le bois est vert.\nLe ciel est bleu.", "bois.txt");
        var (id, otherId) = (unit.Split('/')[5], other.Split('/')[5]);
        var sent = (await translator.Get(unit + "/xliff-1.2")).Text;
        var bytes = Encoding.UTF8.GetBytes(what switch
        {
            "another revision" => sent.Replace("revision=\"1\"", "revision=\"7\"", StringComparison.Ordinal),
            "another text" => sent.Replace(id, otherId, StringComparison.Ordinal),
            "a text that is not there" => sent.Replace(id, Guid.NewGuid().ToString(), StringComparison.Ordinal),
            "another language" => sent.Replace("target-language=\"nl\"", "target-language=\"de\"", StringComparison.Ordinal),
            "a changed source" => sent.Replace("Le quai est long.", "Le quai est large.", StringComparison.Ordinal),
            "a missing unit" => sent[..sent.IndexOf("<group id=\"s2\"", StringComparison.Ordinal)] + sent[(sent.LastIndexOf("</group>", StringComparison.Ordinal) + "</group>".Length)..],
            "cut off" => sent[..^60],
            "no XLIFF" => "<tmx version=\"1.4\"/>",
            _ => "",
        });
        bytes = what == "an empty package" ? Packed(("lisez-moi.txt", "Bonjour"u8.ToArray())) : bytes;
        var refused = await translator.SendFile(XliffAt, bytes, "retour.xlf");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains(french, refused.Error(), StringComparison.Ordinal);
        Assert.Contains(dutch, (await translator.SendFile("/nl/desk/translation/xliff", bytes, "retour.xlf")).Error(), StringComparison.Ordinal);
        Assert.All(await Segments(unit), s => Assert.Equal("", s.Target));
    }

    [Fact]
    public async Task A_text_that_one_may_not_see_is_not_there_for_a_file_either()
    {
        var (translator, proofreader) = (await platform.As("translator"), await platform.As("proofreader"));
        var (_, unit) = await translator.Brought("Un secret de la maison.", "secret.txt");
        var sent = (await translator.Get(unit + "/xliff-1.2")).Bytes;
        var refused = await proofreader.SendFile(XliffAt, sent, "secret.xlf");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("ne pouvez pas le voir", refused.Error(), StringComparison.Ordinal);
        var look = await translator.Look(Written(With(Read(sent), ("s1", "Een geheim van het huis.", XliffState.Translated)), XliffVersion.V12));
        Assert.Equal(404, (int)(await proofreader.Get(look.Path)).Status);
        Assert.Equal(404, (int)(await proofreader.Post(look.Path)).Status);
    }

    [Fact]
    public async Task A_package_holds_the_texts_of_the_filter_and_each_comes_back_by_itself()
    {
        var director = await platform.As("director");
        var (_, first) = await director.Brought("La première affiche du lot.", "lot-1.txt");
        var (_, second) = await director.Brought("La seconde affiche du lot.", "lot-2.txt");
        var zip = await director.Get("/fr/desk/translation/xliff.zip?q=affiche+lot&whose=mine");
        var package = XliffPackage.Read(new MemoryStream(zip.Bytes));
        Assert.Equal([first.Split('/')[5], second.Split('/')[5]], package.Documents.Select(d => d.Document.Files[0].Original.Split('/')[1]).Order(StringComparer.Ordinal));

        var back = package.Documents.Select(d => (d.Name, Written(With(d.Document, ("s1", "Het affiche.", XliffState.Translated)), XliffVersion.V12))).ToList();
        var wrong = Encoding.UTF8.GetString(back[1].Item2).Replace("affiche du lot", "pancarte du lot", StringComparison.Ordinal);
        var look = await director.Look(Packed(back[0], (back[1].Name, Encoding.UTF8.GetBytes(wrong)), ("lisez-moi.txt", "Bonjour"u8.ToArray())));
        Assert.Equal(["1", "0", "0", "1"], look.Figures());
        Assert.Contains("lisez-moi.txt", look.Main, StringComparison.Ordinal);
        await director.Submit(look, null);
        Assert.Equal(["", "Het affiche."], (await Segments(first)).Concat(await Segments(second)).Select(s => s.Target).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_package_holds_public_texts_of_the_queue_for_a_translator_two_hundred_at_most()
    {
        var translator = await platform.As("translator");
        var package = XliffPackage.Read(new MemoryStream((await translator.Get("/fr/desk/translation/xliff.zip?version=2.1")).Bytes));
        Assert.InRange(package.Documents.Count, 10, 200);
        Assert.All(package.Documents, d => Assert.Equal("fr,nl", string.Join(',', new[] { d.Document.Files[0].SourceLanguage, d.Document.Files[0].TargetLanguage }.Order(StringComparer.Ordinal))));
    }

    private async Task<List<UnitSegment>> Segments(string unit)
    {
        var id = Guid.Parse(unit.Split('/')[5]);
        return await platform.Db(db => db.Set<TranslationUnit>().AsNoTracking().Where(u => u.OwnerId == id).SelectMany(u => u.Segments).OrderBy(s => s.Order).ToListAsync());
    }

    private static XliffDocument Read(Answer answer) => Read(answer.Bytes);

    private static XliffDocument Read(byte[] bytes) => XliffReader.Read(new MemoryStream(bytes));

    [Fact]
    public async Task A_package_of_many_texts_takes_no_more_queries_than_one_of_a_few()
    {
        var director = await platform.As("director");
        async Task<(int Texts, int Queries)> Count(string query)
        {
            await director.Get("/fr/desk/translation/xliff.zip?" + query);
            var (zip, queries) = await director.Count("/fr/desk/translation/xliff.zip?" + query);
            return (XliffPackage.Read(new MemoryStream(zip.Bytes)).Documents.Count, queries);
        }

        await platform.Deliver();
        var (few, all) = (await Count("section=groups&q=frontiere"), await Count("section=groups"));
        Assert.True(all.Texts > few.Texts && few.Texts > 0, $"{few.Texts} and {all.Texts} texts");
        Assert.True(all.Queries <= few.Queries + 2, $"{few.Queries} queries for {few.Texts} texts, {all.Queries} for {all.Texts}");
    }

    private static XliffDocument With(XliffDocument sent, params (string Unit, string Target, XliffState State)[] changes) =>
        new([.. sent.Files.Select(f => f with { Units = [.. f.Units.Select(u => changes.FirstOrDefault(c => c.Unit == u.Id.Split('-')[0]) is { Target: not null } change ? u with { Segments = [.. u.Segments.Select(s => s with { Target = change.Target, State = change.State })] } : u)] })]);

    private static byte[] Written(XliffDocument document, XliffVersion version)
    {
        using var file = new MemoryStream();
        XliffWriter.Write(file, document, version);
        return file.ToArray();
    }

    private static byte[] Packed(params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }
}

internal static class XliffGuest
{
    /// <summary>Sends a file and looks at what it would change.</summary>
    public static async Task<Answer> Look(this Guest guest, byte[] content)
    {
        var answer = await guest.SendFile(XliffAt, content, "retour.xlf");
        Assert.True(answer.Location is not null, answer.Main);
        return await guest.Follow(answer);
    }
}
