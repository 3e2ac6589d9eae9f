using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;
using Passerelle.Tests.Platform;
using Passerelle.Tests.Platform.Pack;
using Passerelle.Translation.Terms;
using static Passerelle.Tests.Translation.TermsScene;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Tests.Translation;

/// <summary>What the term base takes from the pack.</summary>
public sealed class TermsPackTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string Packs = Path.Combine(Sources.Root, "packs", "eurometropole");

    [Fact]
    public async Task The_first_translation_is_preferred_the_others_admitted_and_how_sure_each_is_stays()
    {
        var terms = await platform.Db(db => db.Set<Term>().AsNoTracking().Where(t => t.From == "élus").ToDictionaryAsync(t => t.To));
        Assert.Equal((TermStatus.Preferred, Sureness.Attested), (terms["verkozenen"].Status, terms["verkozenen"].Sureness));
        Assert.Equal(TermStatus.Admitted, terms["mandatarissen"].Status);
        Assert.Equal(Sureness.Composed, (await platform.Term("bassin de vie durable", "duurzaam leefgebied")).Sureness);
        Assert.Equal("pl./mv. nl: assen", (await platform.Term("axe", "as")).Note);
        Assert.All(terms.Values, t => Assert.Equal((TermState.Accepted, null, null), (t.State, t.ProposedBy, t.DecidedBy)));
        var page = await (await platform.As("citizen")).Get($"{At}/{OfPack("axe", "as")}");
        Assert.Contains("vient du glossaire", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translating_the_name_of_the_grouping_is_forbidden()
    {
        var term = await platform.Term("Eurométropole", "Eurometropolis");
        Assert.Equal((TermStatus.Forbidden, "nl"), (term.Status, term.Wrong));
        Assert.Equal("fr", (await platform.Term("groupe d'action", "actiegroep")).Wrong);
    }

    [Fact]
    public async Task Read_again_a_pack_doubles_nothing_and_what_people_decided_stays()
    {
        var director = await platform.As("director");
        Assert.Equal(303, (int)(await director.Fill($"{At}/{OfPack("vélo", "fietsen")}/change", ("term.nl", "fiets"), ("note", "au singulier"))).Status);
        Assert.Equal(303, (int)(await director.Fill($"{At}/{OfPack("calendrier", "kalender")}/retire", ("reason", "Trop courant"))).Status);
        using var changed = new WrongPack();
        changed.Change("glossary.csv", "biodiversité,", ",attested,", ",official,vérifié");
        changed.Write("glossary.csv", changed.Read("glossary.csv").TrimEnd() + "\nhalte fluviale,aanlegplaats,attested,\n");
        var before = await platform.Db(db => db.Set<Term>().CountAsync());
        await platform.Scope(async services =>
        {
            var (db, folder) = (services.GetRequiredService<PlatformDb>(), new PackFolder(changed.Folder));
            var part = new TermsPack();
            part.Read(folder);
            Assert.Empty(folder.Errors);
            await part.Save(db, default);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(before + 1, await platform.Db(db => db.Set<Term>().CountAsync()));
        Assert.Equal("au singulier", (await platform.Term("vélo", "fiets")).Note);
        Assert.Equal(TermState.Retired, (await platform.Term("calendrier", "kalender")).State);
        Assert.Equal((Sureness.Official, "vérifié"), await platform.Term("biodiversité", "biodiversiteit") is var known ? (known.Sureness, known.Note) : default);
    }

    [Theory]
    [InlineData("glossary.csv", "GECT,EGTS,official,", "duplicate pair of terms")]
    [InlineData("glossary.csv", "GECT,…,official,", "A term has at least one letter or figure.")]
    [InlineData("glossary-forbidden.csv", "GECT,EGTZ,de,", "unknown language «de»")]
    [InlineData("glossary-forbidden.csv", "GECT,EGTS,nl,", "duplicate pair of terms")]
    [InlineData("demo/terms.csv", "canal,kanaal,nobody,2021-01-04,", "unknown person «nobody»")]
    public async Task A_row_that_is_no_term_is_named(string file, string line, string reason)
    {
        using var wrong = new WrongPack();
        var row = wrong.Add(file, line);
        Assert.Contains(new PackError(file, row, reason), await wrong.RefusedBy(platform));
    }

    [Fact]
    public void Every_alternative_of_the_glossary_is_a_term_of_its_own() =>
        Assert.DoesNotContain(File.ReadAllLines(Path.Combine(Packs, "glossary.csv")).Skip(1), l => string.Join(',', l.Split(',')[..2]).AsSpan().ContainsAny('/', ';', '('));
}
