using System.Text;
using System.Xml.Linq;
using CsCheck;
using Passerelle.Kernels.Translation.Tbx;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Tbx;

public sealed class TbxTests
{
    private static readonly string[] Ours = ["fr", "nl"];

    [Fact]
    public void Any_entry_comes_back_as_it_was_written() =>
        Terms.Entry.Array[1, 5].Sample(entries =>
        {
            var numbered = entries.Select((e, i) => e with { Id = $"c{i}" }).ToList();
            using var reader = new TbxReader(new MemoryStream(Given.Written(f => TbxWriter.Write(f, numbered, "Termes & co", "fr"))), Ours);
            Assert.Equal(numbered.Select(Terms.Show), reader.Entries().Select(Terms.Show));
            Assert.Equal("TBX-Basic", reader.Dialect);
        }, iter: 1000);

    [Fact]
    public void What_is_written_is_tbx_basic_in_dca_style()
    {
        var root = XDocument.Parse(Given.Text(f => TbxWriter.Write(f, [new("c1", [new("nl", "vereffenaar", TermStatus.Forbidden, TermReliability.Official)], "droit")], "Termes", "fr"))).Root!;
        XNamespace tbx = "urn:iso:std:iso:30042:ed-2";
        Assert.Equal(("tbx", "TBX-Basic", "dca", "fr"), (root.Name.LocalName, (string?)root.Attribute("type"), (string?)root.Attribute("style"), (string?)root.Attribute(XNamespace.Xml + "lang")));
        Assert.Equal("Termes", root.Element(tbx + "tbxHeader")!.Value);
        var entry = root.Element(tbx + "text")!.Element(tbx + "body")!.Element(tbx + "conceptEntry")!;
        Assert.Equal("deprecatedTerm-admn-sts", entry.Descendants(tbx + "termNote").Single(n => (string?)n.Attribute("type") == "administrativeStatus").Value);
        Assert.Equal("droit", entry.Elements(tbx + "descrip").Single(d => (string?)d.Attribute("type") == "subjectField").Value);
        Assert.Throws<ArgumentException>(() => Given.Text(f => TbxWriter.Write(f, [new("1 2", [])], "", "fr")));
    }

    [Theory]
    [InlineData("""
        <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
        <text><body><conceptEntry id="c5"><min:subjectField>droit</min:subjectField>
        <langSec xml:lang="fr-BE"><basic:definition>qui clôt</basic:definition><termSec><term>liquidateur</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
        <langSec xml:lang="nl"><termSec><term>vereffenaar</term><basic:note>niet curator</basic:note></termSec><termSec><term>curator</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
        <langSec xml:lang="de"><termSec><term>Liquidator</term></termSec></langSec></conceptEntry>
        <conceptEntry id="c6"><langSec xml:lang="de"><termSec><term>x</term></termSec></langSec></conceptEntry></body></text></tbx>
        """)]
    [InlineData("""
        <?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
        <martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc/></martifHeader>
        <text><body><termEntry id="c5"><descripGrp><descrip type="subjectField">droit</descrip></descripGrp><descrip type="definition">qui clôt</descrip><note>niet curator</note>
        <langSet xml:lang="fr-BE"><tig><term>liquidateur</term><termNote type="administrativeStatus">standardizedTerm-admn-sts</termNote></tig></langSet>
        <langSet xml:lang="nl"><ntig><termGrp><term>veref<hi>fenaar</hi></term></termGrp></ntig><tig><term>curator</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
        <langSet xml:lang="de"><tig><term>Liquidator</term></tig></langSet></termEntry>
        <termEntry><langSet xml:lang="de"><tig><term>x</term></tig></langSet></termEntry></body></text></martif>
        """)]
    public void The_other_style_and_the_older_standard_are_read(string file)
    {
        using var reader = new TbxReader(Given.File(file), Ours);
        Assert.Equal("c5 [droit|qui clôt|niet curator|] fr-BE liquidateur Preferred Unknown; nl vereffenaar Preferred Unknown; nl curator Forbidden Unknown", Terms.Show(Assert.Single(reader.Entries())));
        Assert.Equal([new("de", 2)], reader.Remarks.Apart);
        Assert.Equal(1, reader.Remarks.Incomplete);
    }

    [Fact]
    public void An_entry_without_an_id_gets_one_that_no_other_has()
    {
        static string Entry(string id) => $"<conceptEntry{id}><langSec xml:lang='fr'><termSec><term>x</term></termSec></langSec></conceptEntry>";
        using var reader = new TbxReader(Given.File($"<tbx>{Entry("")}{Entry(" id='c1'")}{Entry(" id='entry-4'")}{Entry("")}</tbx>"), Ours);
        Assert.Equal(["entry-1", "c1", "entry-4", "entry-5"], reader.Entries().Select(e => e.Id));
    }

    [Theory]
    [InlineData("3", TermReliability.Unsure)]
    [InlineData("6", TermReliability.Attested)]
    [InlineData("10", TermReliability.Official)]
    public void A_reliability_code_is_understood(string code, TermReliability expected)
    {
        using var reader = new TbxReader(Given.File($"<tbx><conceptEntry id='a'><langSec xml:lang='fr'><termSec><term>x</term><descrip type='reliabilityCode'>{code}</descrip></termSec></langSec></conceptEntry></tbx>"), Ours);
        Assert.Equal(expected, Assert.Single(Assert.Single(reader.Entries()).Terms).Reliability);
    }

    [Theory]
    [InlineData("<tmx/>", Faults.OtherKind, "/tmx")]
    [InlineData("<tbx><conceptEntry id='a'/><conceptEntry id='a'/></tbx>", Faults.Duplicate, "/tbx/conceptEntry[2]")]
    [InlineData("<tbx><conceptEntry id='a'><langSec/></conceptEntry></tbx>", Faults.Missing, "/tbx/conceptEntry/langSec")]
    [InlineData("<tbx><conceptEntry id='a'><langSec xml:lang='fr'><termSec/></langSec></conceptEntry></tbx>", Faults.Missing, "/tbx/conceptEntry/langSec/termSec")]
    [InlineData("<tbx><conceptEntry><langSec xml:lang='fr'><termSec><term>x</term><termNote type='administrativeStatus'>cool</termNote></termSec></langSec></conceptEntry></tbx>", Faults.WrongValue, "/tbx/conceptEntry/langSec/termSec")]
    [InlineData("<tbx><text><body><conceptEntry id='a'><langSec", Faults.Truncated, "/tbx/text/body/conceptEntry")]
    [InlineData("<!DOCTYPE martif [<!ENTITY % x SYSTEM 'http://127.0.0.1/x'> %x;]><martif/>", Faults.Doctype, "")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><tbx/>", Faults.Encoding, "")]
    public void What_is_wrong_is_said_with_its_place(string file, string fault, string path)
    {
        var wrong = Given.Refused(() =>
        {
            using var reader = new TbxReader(Given.File(file), Ours);
            Assert.NotEmpty(reader.Entries().ToList());
        });
        Assert.Equal((fault, path), (wrong.Id, wrong.Path));
    }

    [Fact]
    public void An_entry_of_ten_gigabytes_is_refused_before_it_is_held()
    {
        using var file = new Endless("<tbx><text><body><conceptEntry id='a'><note>", "mot ", 10L << 30);
        using var reader = new TbxReader(file, Ours);
        Assert.Equal(Faults.ElementTooLarge, Given.Refused(() => Assert.Empty(reader.Entries())).Id);
        Assert.InRange(file.Asked, 1, 5_000_000);
    }

    [Fact]
    public void A_file_in_another_encoding_than_it_declares_says_where_it_goes_wrong()
    {
        var wrong = Given.Refused(() =>
        {
            using var reader = new TbxReader(Given.File("<?xml version='1.0' encoding='utf-8'?>\n<tbx>\n<conceptEntry id='a'><note>clé</note></conceptEntry></tbx>", Encoding.Latin1), Ours);
            Assert.NotEmpty(reader.Entries().ToList());
        });
        Assert.Equal((Faults.Encoding, 3, 30), (wrong.Id, wrong.Line, wrong.Column));
    }
}
