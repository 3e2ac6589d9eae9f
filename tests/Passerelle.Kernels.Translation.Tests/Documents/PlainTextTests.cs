using System.Text;
using CsCheck;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Documents;

public sealed class PlainTextTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Any_text_stays_as_it_is_where_nothing_is_translated() =>
        Pick.Of("Le Parc bleu", " ", "\n", "\r\n", "\r", "\t", "12", "é.", "une longue ligne qui n'en finit pas de dire ce qu'elle veut\n", "et la suite\n").Array[1, 12].Select(string.Concat).Sample(text =>
        {
            var document = Read(Encoding.UTF8.GetBytes(text));
            Assert.Equal(text, Encoding.UTF8.GetString(Given.Translated(document, t => t)));
            Assert.All(document.Blocks, b => Assert.Equal(b.Text.Trim(), b.Text));
        });

    [Fact]
    public void A_block_is_a_line_or_a_sentence_that_was_broken_by_hand()
    {
        const string Text = "Titre\r\n\r\n  - Une liste,\r\n  - deux points\r\nLa coopération transfrontalière réunit les communes\r\nde deux rives, et personne n'y perd.\r\nFin.";
        var document = Read(Encoding.UTF8.GetBytes(Text));
        Assert.Equal(["Titre", "- Une liste,", "- deux points", "La coopération transfrontalière réunit les communes de deux rives, et personne n'y perd.", "Fin."], document.Blocks.Select(b => b.Text));
        Assert.Equal("TITRE\r\n\r\n  - UNE LISTE,\r\n  - DEUX POINTS\r\nLA COOPÉRATION TRANSFRONTALIÈRE RÉUNIT LES COMMUNES DE DEUX RIVES, ET PERSONNE N'Y PERD.\r\nFIN.", Encoding.UTF8.GetString(Given.Translated(document, t => t.ToUpperInvariant())));
    }

    [Fact]
    public void A_text_comes_back_in_its_own_encoding()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), Western })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Été à Hénin\n")];
            var document = Read(bytes);
            Assert.Equal("Été à Hénin", Assert.Single(document.Blocks).Text);
            Assert.Equal(encoding.Equals(Western) ? [Remarks.EncodingGuessed] : [], document.Remarks.Select(r => r.Id));
            Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes("Zomer, ë\n")], Given.Translated(document, _ => "Zomer, ë"));
        }

        var wide = Read(Encoding.Unicode.GetBytes("Bonjour à tous\n"));
        Assert.Equal("Bonjour à tous", Assert.Single(wide.Blocks).Text);
        Assert.Equal(Encoding.Unicode.GetBytes("Dag\n"), Given.Translated(wide, _ => "Dag"));
    }

    [Fact]
    public void A_letter_that_the_encoding_lacks_makes_it_utf_8() =>
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "Łódź\n"u8], Given.Translated(Read(Western.GetBytes("Été\n")), _ => "Łódź"));

    [Fact]
    public void A_translation_of_several_lines_becomes_one() =>
        Assert.Equal("Een twee\r\n", Encoding.UTF8.GetString(Given.Translated(Read("Un deux\r\n"u8.ToArray()), _ => "Een\ntwee")));

    [Fact]
    public void What_is_no_text_is_refused()
    {
        Assert.Equal(Faults.Empty, Given.Refused(() => Read([])).Id);
        Assert.Equal(Faults.OtherKind, Given.Refused(() => Read([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13])).Id);
        Assert.Equal(Faults.Encoding, Given.Refused(() => Read([0xEF, 0xBB, 0xBF, 0xE9, 0x20])).Id);
        using var endless = new Endless("", "mot ", 10L << 30);
        Assert.Equal(Faults.TooLarge, Given.Refused(() => TextDocument.Read(endless, DocumentKind.Text, "fr")).Id);
        Assert.InRange(endless.Asked, 1, 21_000_000);
    }

    private static TextDocument Read(byte[] bytes) => TextDocument.Read(new MemoryStream(bytes), DocumentKind.Text, "fr");
}
