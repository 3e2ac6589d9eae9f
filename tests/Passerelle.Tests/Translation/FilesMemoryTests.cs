using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Platform.Files;
using Passerelle.Tests.Host;
using Passerelle.Translation.Files;
using Passerelle.Translation.Memory;
using static Passerelle.Tests.Translation.FilesScene;

namespace Passerelle.Tests.Translation;

/// <summary>The memory of another tool comes in as TMX, and ours goes out.</summary>
public sealed class FilesMemoryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string At = "/fr/desk/translation/memory/import";

    [Fact]
    public async Task A_memory_is_taken_after_its_summary_and_its_pairs_are_offered()
    {
        var proofreader = await platform.As("proofreader");
        var look = await Look(proofreader, Tmx(
            Unit(("fr-FR", "La péniche passe l’écluse."), ("nl-BE", "Het binnenschip vaart door de sluis.")), Unit(("fr-BE", "Le bief est gelé."), ("nl", "Het kanaalpand is bevroren.")),
            Unit(("fr-FR", "La péniche passe l’écluse."), ("nl-NL", "Het binnenschip vaart door de sluis.")), Unit(("de-DE", "Die Schleuse"), ("fr", "L’écluse"))));
        Assert.Equal(["2", "1"], look.Figures());
        Assert.Contains("Laissés de côté, dans une autre langue : de-DE (1).", Plain(look), StringComparison.Ordinal);
        Assert.Contains("1 unité n’a pas de texte dans les deux langues.", look.Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await (await platform.As("director")).Get(look.Path)).Status);
        Assert.Equal(0, await Pairs("Het kanaalpand is bevroren."));

        Assert.Contains("2 paires sont entrées", (await proofreader.Follow(await proofreader.Submit(look, null))).Main, StringComparison.Ordinal);
        Assert.Equal(1, await Pairs("Het binnenschip vaart door de sluis."));
        var found = await (await platform.As("translator")).Get("/fr/desk/translation/memory?q=bief+gelé&from=fr");
        Assert.Contains("Het kanaalpand is bevroren.", found.Main, StringComparison.Ordinal);
        Assert.Contains("memoire.tmx", found.Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await proofreader.Submit(look, null)).Status);
        Assert.Contains("memoire.tmx", (await proofreader.Get(At)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_that_are_here_are_not_doubled_and_those_taken_out_stay_out()
    {
        var director = await platform.As("director");
        var file = Tmx(Unit(("fr", "Le hangar est vide."), ("nl", "De loods is leeg.")), Unit(("fr", "Le quai est plein."), ("nl", "De kade is slecht.")));
        await director.Submit(await Look(director, file), null);
        var bad = await platform.Db(db => db.Set<KeptPair>().SingleAsync(p => p.Target == "De kade is slecht."));
        await director.Fill($"/fr/desk/translation/memory/{bad.Number}/remove", ("reason", "Faux"));
        var again = await Look(director, TmxOf("nl", Unit(("nl", "De loods is leeg."), ("fr", "Le hangar est vide.")), Unit(("fr", "Le quai est plein."), ("nl", "De kade is slecht."))));
        Assert.Equal(["0", "2"], again.Figures());
        Assert.Null(again.Html.QuerySelector("main form"));
        Assert.Equal((1, 1), (await Pairs("De loods is leeg."), await platform.Db(db => db.Set<PairRemoval>().CountAsync(r => r.Pair == bad.Number))));

        var export = Read((await (await platform.As("translator")).Get("/fr/desk/translation/memory/export.tmx")).Bytes);
        Assert.Contains(export, u => u.In("fr") == "Le hangar est vide." && u.In("nl") == "De loods is leeg." && u.Origin == "memoire.tmx");
        Assert.DoesNotContain(export, u => u.In("nl") == "De kade is slecht.");
    }

    [Fact]
    public async Task What_is_exported_is_all_known_when_it_comes_back()
    {
        var director = await platform.As("director");
        await director.Submit(await Look(director, Tmx([.. Enumerable.Range(0, 1200).Select(i => Unit(("fr", $"Le bateau numéro {i} part."), ("nl", $"Boot nummer {i} vertrekt.")))])), null);
        var numbers = await platform.Db(db => db.Set<KeptPair>().OrderBy(p => p.Number).Where(p => p.Source.StartsWith("Le bateau numéro")).Select(p => p.Source).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 1200).Select(i => $"Le bateau numéro {i} part."), numbers);
        var export = await director.Get("/fr/desk/translation/memory/export.tmx");
        var back = await Look(director, export.Text);
        Assert.Equal("0", back.Figures()[0]);
        Assert.True(Read(export.Bytes).Count >= 1200, "fewer pairs than were taken");
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(platform.DataFolder, "spool")));
    }

    [Theory]
    [InlineData("cut off", "avant la fin", "voor het einde")]
    [InlineData("billion laughs", "entités", "entiteiten")]
    [InlineData("another kind", "Trouvé : xliff", "Gevonden: xliff")]
    [InlineData("nothing", "vide", "leeg")]
    public async Task A_memory_that_cannot_be_read_is_refused_and_nothing_of_it_is_taken(string what, string french, string dutch)
    {
        var good = Tmx(Unit(("fr", "Rien de ceci."), ("nl", "Niets hiervan.")), Unit(("fr", "Ni de cela."), ("nl", "Noch daarvan.")));
        var bytes = Encoding.UTF8.GetBytes(what switch
        {
            "cut off" => good[..^30],
            "billion laughs" => "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><tmx version=\"1.4\">&b;</tmx>",
            "another kind" => "<xliff version=\"1.2\"/>",
            _ => "",
        });
        var director = await platform.As("director");
        var refused = await director.SendFile(At, bytes, "memoire.tmx");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains(french, refused.Error(), StringComparison.Ordinal);
        Assert.Contains(dutch, (await director.SendFile("/nl/desk/translation/memory/import", bytes, "kapot.tmx")).Error(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await Pairs("Niets hiervan."), await platform.Db(db => db.Set<StoredFile>().CountAsync(f => f.Name == "kapot.tmx"))));
    }

    [Fact]
    public async Task A_memory_is_taken_by_a_proofreader_or_the_Director_alone()
    {
        foreach (var who in new[] { "translator", "coordinator", "citizen" })
        {
            var guest = await platform.As(who);
            Assert.Equal(403, (int)(await guest.Get(At)).Status);
            Assert.Equal(403, (int)(await guest.SendFile(At, Encoding.UTF8.GetBytes(Tmx(Unit(("fr", "Non."), ("nl", "Neen.")))), "m.tmx")).Status);
        }

        Assert.Equal(403, (int)(await (await platform.As("citizen")).Get("/fr/desk/translation/memory/export.tmx")).Status);
        Assert.Equal(0, await Pairs("Neen."));
    }

    private Task<int> Pairs(string target) => platform.Db(db => db.Set<KeptPair>().CountAsync(p => p.Target == target));

    private static async Task<Answer> Look(Guest guest, string content)
    {
        var answer = await guest.SendFile(At, Encoding.UTF8.GetBytes(content), "memoire.tmx");
        Assert.True(answer.Location is not null, answer.Main);
        return await guest.Follow(answer);
    }

    private static List<TmxUnit> Read(byte[] file)
    {
        using var tmx = new TmxReader(new MemoryStream(file), ["fr", "nl"]);
        return [.. tmx.Units()];
    }

    private static string Plain(Answer page) => page.Main.Replace('\u00A0', ' ');

    private static string Tmx(params string[] units) => TmxOf("fr-FR", units);

    private static string TmxOf(string language, params string[] units) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><tmx version=\"1.4\"><header creationtool=\"x\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"{language}\" datatype=\"plaintext\"/><body>{string.Concat(units)}</body></tmx>";

    private static string Unit(params (string Language, string Text)[] variants) =>
        $"<tu>{string.Concat(variants.Select(v => $"<tuv xml:lang=\"{v.Language}\"><seg>{v.Text}</seg></tuv>"))}</tu>";
}
