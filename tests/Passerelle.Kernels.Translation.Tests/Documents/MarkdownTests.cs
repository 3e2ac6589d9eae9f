using System.Text;
using CsCheck;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Documents;

public sealed class MarkdownTests
{
    private const string File = """
        ---
        title: Parc
        ---
        # Le *Parc* bleu #

        Un texte **gras _et_** avec [lien](http://a.b "Titre"), `code` \*net\* &eacute; <b>html</b>.
        Suite\
        dure ![une image](x.png) <http://auto.be> ~~barré~~ http://a.b/c_d_e [^1].

        Titre deux
        ==========

        > Une citation
        > sur deux lignes

        1. un *point*
           - [le texte][r] et [r] ou <1>

        | Un | 2 |
        |---|---|
        | c **d** | e \| f |

        ```
        code
        ```

        <div>
        html
        </div>

        [r]: http://x.y "Titre"
        [^1]: Une note
        """;

    private static readonly string[] Texts =
    [
        "Le <1>Parc</1> bleu",
        "Un texte <1>gras <2>et</2></1> avec <3>lien</3>, <4/> *net* é <5/>html<6/>. Suite<7/>dure <8>une image</8> <9/> <10>barré</10> http://a.b/c_d_e <11/>.",
        "Titre deux", "Une citation sur deux lignes", "un <1>point</1>", "<1>le texte</1> et <2>r</2> ou <3/>", "Un", "c <1>d</1>", "e | f", "<1/>: Une note",
    ];

    [Fact]
    public void Blocks_are_paragraphs_headings_and_cells_with_their_tags()
    {
        var document = Read(File);
        Assert.Equal(Texts, document.Blocks.Select(b => b.Text));
        Assert.Equal(
            [BlockPlace.Heading, BlockPlace.Body, BlockPlace.Heading, BlockPlace.Body, BlockPlace.Body, BlockPlace.Body, BlockPlace.Table, BlockPlace.Table, BlockPlace.Table, BlockPlace.Body],
            document.Blocks.Select(b => b.Place));
        Assert.Equal(document.Blocks.Count, document.Blocks.Select(b => b.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_is_not_translated_stays_character_by_character(string lineEnd)
    {
        var file = File.ReplaceLineEndings(lineEnd);
        Assert.Equal(file, Written(file, t => t));
        Assert.Equal(file.Replace("Titre deux", "Tweede titel"), Written(file, t => t.Replace("Titre deux", "Tweede titel")));
    }

    [Fact]
    public void A_translation_carries_its_markup_along()
    {
        var written = Written(File, t => t.Replace("texte <1>gras <2>et</2></1>", "tekst <1><2>en</2> vet </1>").Replace("<1>le texte</1> et <2>r</2>", "<2>link</2> en <1>tekst</1>"));
        Assert.Contains("Un tekst **_en_ vet** avec [lien](http://a.b \"Titre\"), `code` \\*net\\* é <b>html</b>. Suite\\\ndure ![une image](x.png) <http://auto.be> ~~barré~~ http://a.b/c_d_e [^1].", written);
        Assert.Contains("- [link][r] en [tekst][r] ou \\<1>", written);
        Assert.Contains("[^1]: Een nota", Written(File, t => t.Replace("Une note", "Een nota")));
    }

    [Fact]
    public void Any_words_come_back_as_words() =>
        Gen.Select(
            Pick.Of("# ", "1. ", "- ", "+ ", "> ", "=", "---", "*", "_", "__", "`", "[a]", "(b)", "<b>", "</b>", "&eacute;", "&", "\\", "|", "~~", "!", "x", "été", " ", "#", "1)", "http://a.b/c_d", "[^2]", ":").Array[1, 8].Select(string.Concat),
            Pick.Of("Titre un\n========\n", "# Titre\n", "Texte\n", "- point\n", "> mot\n", "| a | 1 |\n|---|---|\n| 2 | 3 |\n"))
        .Sample((words, file) =>
        {
            var target = "d " + words.Trim() + " f";
            var document = Read(file);
            var block = Assert.Single(document.Blocks);
            foreach (var text in new[] { target, words.Trim() + " f", "d" + words.TrimEnd() })
            {
                using var written = new MemoryStream();
                try
                {
                    document.Write(written, new Dictionary<string, string> { [block.Id] = text }, "nl-BE");
                }
                catch (WrongBlocks)
                {
                    Assert.Fail($"{file} cannot say {text}");
                }

                var back = Assert.Single(Read(Encoding.UTF8.GetString(written.ToArray())).Blocks).Text;
                Assert.Equal(Flat(text), Flat(back));
            }
        }, iter: 1500);

    [Fact]
    public void What_markdown_cannot_say_is_refused_with_its_block()
    {
        var document = Read("Un **mot** ici");
        using var file = new MemoryStream();
        var wrong = Assert.Throws<WrongBlocks>(() => document.Write(file, new Dictionary<string, string> { ["markdown-1"] = "Een <1>woord!</1>hier" }, "nl-BE"));
        Assert.Equal([new("markdown-1", BlockFaults.Unwritable, [])], wrong.Faults.Select(f => f with { Arguments = [] }));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void A_translation_may_have_no_letter_but_not_be_blank()
    {
        Assert.Equal("2026\n\nDeux\n", Written("L'an vingt-six\n\nDeux\n", t => t == "Deux" ? t : "2026"));
        var wrong = Assert.Throws<WrongBlocks>(() => Written("Un\n\nDeux\n", t => t == "Deux" ? t : " "));
        Assert.Equal("markdown-1", Assert.Single(wrong.Faults).Block);
    }

    [Fact]
    public void A_missing_tag_is_refused_with_its_block()
    {
        var document = Read("Un **mot** `ici`");
        var faults = document.Check(new Dictionary<string, string> { ["markdown-1"] = "Een <1>woord</1>" });
        Assert.Equal(("markdown-1", BlockFaults.TagMissing, "<2/>"), Assert.Single(faults) is var f ? (f.Block, f.Id, f.Arguments[0]) : default);
    }

    [Fact]
    public void Quotes_in_quotes_beyond_measure_are_refused()
    {
        var wrong = Given.Refused(() => Read(new string('>', 200) + " Un"));
        Assert.Equal((Faults.TooDeep, "128"), (wrong.Id, Assert.Single(wrong.Arguments)));
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TextDocument Read(string text) => TextDocument.Read(Given.File(text), DocumentKind.Markdown, "fr");

    private static string Written(string text, Func<string, string> translate) => Encoding.UTF8.GetString(Given.Translated(Read(text), translate));
}
