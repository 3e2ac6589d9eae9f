using Passerelle.Kernels.Translation.Tbx;
using Passerelle.Tests.Host;
using Passerelle.Translation.Terms;
using static Passerelle.Tests.Translation.TermsScene;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Tests.Translation;

/// <summary>Files of terms, in and out.</summary>
public sealed class TermsImportTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_file_is_taken_only_after_its_summary_was_seen()
    {
        var proofreader = await platform.As("proofreader");
        var look = await proofreader.Look(Tbx(
            Entry("a", ("fr-FR", "péniche", null), ("nl-BE", "binnenschip", null)), Entry("b", ("fr-BE", "écluse", null), ("nl-BE", "sluis", null), ("nl", "verlaat", "admittedTerm-admn-sts"), ("nl", "sas", "deprecatedTerm-admn-sts")),
            Entry("c", ("fr", "Statuts", null), ("nl", "statuten", null)), Entry("d", ("fr", "durée", "admittedTerm-admn-sts"), ("nl", "duur", null)), Entry("e", ("de", "Schleuse", null), ("fr", "écluse", null))));
        Assert.Equal(["4", "1", "1", "0"], look.Html.QuerySelectorAll("dl.stats dd").Select(d => d.TextContent));
        Assert.Contains("Laissés de côté, dans une autre langue : de (1).", look.Main, StringComparison.Ordinal);
        Assert.Contains("1 entrée n’a pas de terme dans les deux langues.", look.Main, StringComparison.Ordinal);
        Assert.Contains("Aucun terme", (await proofreader.Get(At + "?q=peniche")).Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await (await platform.As("director")).Get(look.Path)).Status);

        var done = await proofreader.Submit(look, null);
        Assert.Contains("4 nouveaux termes, 1 terme modifié", (await proofreader.Follow(done)).Main, StringComparison.Ordinal);
        Assert.Equal((TermStatus.Forbidden, "nl", TermState.Accepted), await platform.Term("écluse", "sas") is var forbidden ? (forbidden.Status, forbidden.Wrong, forbidden.State) : default);
        Assert.Equal(TermStatus.Admitted, (await platform.Term("durée", "duur")).Status);
        Assert.Equal(Sureness.Official, (await platform.Term("durée", "duur")).Sureness);
        Assert.Equal(404, (int)(await proofreader.Submit(look, null)).Status);
    }

    [Fact]
    public async Task What_people_refused_or_retired_is_left_and_what_was_proposed_is_decided()
    {
        var (citizen, director) = (await platform.As("citizen"), await platform.As("director"));
        var refused = await citizen.Propose("barge", "bark");
        await director.Fill(refused + "/refuse", ("reason", "Non"));
        await citizen.Propose("batelier", "schipper");
        var look = await director.Look("fr;nl;note\r\nbarge;bark;\r\nbatelier;schipper;métier\r\nbatelier;schipper;\r\n…;?;\r\n" + new string('x', 300) + ";lang;\r\n", "liste.xlsx");
        Assert.Equal(["0", "1", "0", "4"], look.Html.QuerySelectorAll("dl.stats dd").Select(d => d.TextContent));
        Assert.All(new[] { "barge – bark : a été refusé ici, et le reste.", "batelier – schipper : figure deux fois dans le fichier.", "au moins une lettre", "dépasse 200 caractères" }, words => Assert.Contains(words, look.Main, StringComparison.Ordinal));
        await director.Submit(look, null);
        var term = await platform.Term("batelier", "schipper");
        Assert.Equal((TermState.Accepted, "métier", Sureness.Attested), (term.State, term.Note, term.Sureness));
        Assert.Equal(TermState.Refused, (await platform.Term("barge", "bark")).State);
    }

    [Theory]
    [InlineData("export.tbx")]
    [InlineData("export.csv")]
    public async Task What_is_exported_comes_back_as_it_is(string file)
    {
        var proofreader = await platform.As("proofreader");
        var export = await proofreader.Get($"{At}/{file}");
        Assert.DoesNotContain("covoiturage", export.Text, StringComparison.Ordinal);
        var look = await proofreader.Follow(await proofreader.Upload(export.Bytes, "sans-nom"));
        var figures = look.Html.QuerySelectorAll("dl.stats dd").Select(d => int.Parse(d.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([0, 0, 0], [figures[0], figures[1], figures[3]]);
        Assert.True(figures[2] > 160, $"{figures[2]} terms came back");
        Assert.Contains("Rien à changer", look.Main, StringComparison.Ordinal);
        Assert.Null(look.Html.QuerySelector("main form"));
    }

    [Fact]
    public async Task The_exported_TBX_says_which_word_is_forbidden_and_how_sure_a_pair_is()
    {
        var export = await (await platform.As("citizen")).Get(At + "/export.tbx");
        using var tbx = new TbxReader(new MemoryStream(export.Bytes), ["fr", "nl"]);
        var entry = tbx.Entries().Single(e => e.Terms.Any(t => t.Text == "Eurometropolis"));
        Assert.Equal("TBX-Basic", tbx.Dialect);
        Assert.Equal([TermStatus.Preferred, TermStatus.Forbidden], entry.Terms.Select(t => t.Status));
        Assert.Contains("reliability:official", export.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_forbidden_forbids_the_translation()
    {
        var director = await platform.As("director");
        await director.Submit(await director.Look("term_fr,term_nl,status\nvillage,dorp,preferred\nvillage,gehucht,forbidden\n"), null);
        Assert.Equal("nl", (await platform.Term("village", "gehucht")).Wrong);
        Assert.Null((await platform.Term("village", "dorp")).Wrong);
    }
}
