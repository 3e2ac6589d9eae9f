using Passerelle.Kernels.Translation.Segmentation;

namespace Passerelle.Kernels.Translation.Tests.Segmentation;

public sealed class MarkdownTests
{
    [Fact]
    public void Blocks_give_segments_and_their_marks_are_glue()
    {
        const string Text = """
            # Le *Parc bleu* #

            Une phrase. Une **autre phrase. Encore.** Et la fin
            sur deux lignes. Puis [un lien. Oui](https://example.eu/a.b) suit.

            - [x] Premier point. Suite.
            - Deuxième
              - Imbriqué
            12. Douzième
            > Cité sur
            > deux lignes. Fin.

            Titre
            =====

            | Commune | Habitants |
            |---------|----------:|
            | Tournai | 69 000 \| 1 |

            ```csharp
            Rien. Ici.
            ```
            ***
            [ref]: https://example.eu "Titre"
            <!-- À traduire. Non. -->
            """;
        var cut = Segmenter.Default.Split(Text, "fr", TextForm.Markdown);
        Assert.Equal(
        [
            "Le *Parc bleu*", "Une phrase.", "Une **autre phrase. Encore.**", "Et la fin sur deux lignes.", "Puis [un lien. Oui](https://example.eu/a.b) suit.",
            "Premier point.", "Suite.", "Deuxième", "Imbriqué", "Douzième", "Cité sur deux lignes.", "Fin.", "Titre", "Commune", "Habitants", "Tournai", "69 000 \\| 1",
        ], cut.Segments);
        Assert.Equal(Text, Given.Whole(cut));
    }

    [Fact]
    public void A_translation_keeps_the_skeleton()
    {
        const string Text = "## Titre\r\n\r\n> * Un. Deux\r\n>   suite.\r\n\r\n|a|b|\r\n|-|-|\r\n|c|d|\r\n";
        var cut = Segmenter.Default.Split(Text, "fr", TextForm.Markdown);
        Assert.Equal(["Titre", "Un.", "Deux suite.", "a", "b", "c", "d"], cut.Segments);
        Assert.Equal("## Kop\r\n\r\n> * Een. Twee vervolg.\r\n\r\n|A|B|\r\n|-|-|\r\n|x\\|y|z \\| w|\r\n", cut.Join(["Kop", "Een.", "Twee\nvervolg.", "A", "B", "x|y", "z \\| w"]));
    }

    [Theory]
    [InlineData("Une ligne  \nune autre\\\net la fin.", "Une ligne|une autre|et la fin.")]
    [InlineData("Un `code. Ici` reste. <b>Gras. Fort</b> aussi.", "Un `code. Ici` reste.|<b>Gras. Fort</b> aussi.")]
    [InlineData("    du code. Oui.\n\nTexte. Oui.", "Texte.|Oui.")]
    [InlineData("- point\n\n      suite. Oui.", "point|suite.|Oui.")]
    [InlineData("Texte\n1986. Une année.", "Texte 1986.|Une année.")]
    [InlineData("<div>\n\n<p>Oui</p>\n\n<br/>\n\n<https://a.eu>", "<p>Oui</p>|<https://a.eu>")]
    [InlineData("~~~\ncode\n~~~~\nTexte", "Texte")]
    [InlineData("> ```\n> code\nTexte", "Texte")]
    [InlineData("Voir <https://a.eu/b. C>. Suite.", "Voir <https://a.eu/b. C>.|Suite.")]
    [InlineData("**Attention !** Le reste.", "**Attention !**|Le reste.")]
    [InlineData("snake_case. Un _mot. Deux_ ici.", "snake_case.|Un _mot. Deux_ ici.")]
    public void Code_emphasis_and_hard_breaks_are_kept(string text, string segments)
    {
        var cut = Segmenter.Default.Split(text, "fr", TextForm.Markdown);
        Assert.Equal(segments.Split('|'), cut.Segments);
        Assert.Equal(text, Given.Whole(cut));
    }
}
