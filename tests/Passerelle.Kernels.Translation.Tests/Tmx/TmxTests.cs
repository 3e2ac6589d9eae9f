using System.Text;
using CsCheck;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Tmx;

public sealed class TmxTests
{
    private static readonly string[] Ours = ["fr", "nl"];
    private static readonly TmxHeader Header = new("fr-BE", "Passerelle", "1.0", new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), ["Eurométropole & co"]);

    [Fact]
    public void Any_segment_comes_back_as_it_was_written() =>
        Gen.Select(Given.Segment, Given.Segment).Sample((french, dutch) =>
        {
            var (read, _) = Read(new MemoryStream(Write(new TmxUnit("1", [new("fr-BE", french), new("nl-BE", dutch)]))));
            Assert.Equal([french, dutch], Assert.Single(read).Variants.Select(v => v.Text));
        }, iter: 2000);

    [Fact]
    public void Context_origin_author_time_and_note_come_back()
    {
        var unit = new TmxUnit("projects/7#3", [new("fr-FR", "Le <1>Parc bleu</1>."), new("nl-BE", "Het <1>Blauwe park</1>.")], "Avant & après", "Suite", "projects/7", "anne", new DateTimeOffset(2026, 2, 1, 12, 30, 5, TimeSpan.Zero), "titre");
        using var reader = new TmxReader(new MemoryStream(Write(unit)), Ours);
        var read = Assert.Single(reader.Units());
        Assert.Equal(unit, read with { Variants = unit.Variants });
        Assert.Equal(unit.Variants, read.Variants);
        Assert.Equal("Het <1>Blauwe park</1>.", read.In("nl"));
        Assert.Equal(Header with { Notes = null }, reader.Header with { Notes = null });
        Assert.Equal(Header.Notes, reader.Header.Notes);
    }

    [Fact]
    public void A_memory_of_another_tool_is_read_with_its_doctype_its_codes_and_its_languages()
    {
        const string File = """
            <?xml version="1.0" encoding="UTF-16"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header creationtool="x" srclang="FR-FR" segtype="sentence" o-tmf="x" adminlang="en" datatype="html" creationtoolversion="2"/>
            <body>
              <tu tuid="a" creationdate="20250102T030405Z" creationid="bob">
                <prop type="x-context-prev">avant</prop>
                <tuv xml:lang="FR-FR"><seg>Un <bpt i="4">&lt;b&gt;</bpt>mot<ept i="4">&lt;/b&gt;</ept><ph>&lt;br/&gt;</ph> et <hi x="9">deux</hi><ut>{x}</ut><ph>&lt;br/&gt;</ph></seg></tuv>
                <tuv xml:lang="nl_BE"><seg><ph>&lt;br/&gt;</ph>Een <bpt i="4">&lt;b&gt;</bpt>woord<ept i="4">&lt;/b&gt;</ept><it pos="begin" x="7">&lt;i&gt;</it></seg></tuv>
                <tuv xml:lang="de-DE"><seg>Ein Wort</seg></tuv>
              </tu>
              <tu tuid="a"><tuv lang="fr-BE"><seg>Oui</seg></tuv><tuv lang="nl"><seg><ph x="1">&lt;a title="<sub>t</sub>"&gt;</ph>Ja</seg></tuv></tu>
              <tu><tuv xml:lang="fr"><seg>Seul</seg></tuv><tuv xml:lang="de-DE"><seg>Allein</seg></tuv><tuv xml:lang="fr-CA"><seg>Seulement</seg></tuv></tu>
              <tu><tuv xml:lang="fr"><seg></seg></tuv><tuv xml:lang="nl"><seg>Leeg</seg></tuv></tu>
            </body></tmx>
            """;
        var (units, remarks) = Read(Given.File("\uFEFF" + File, Encoding.BigEndianUnicode));
        Assert.Equal(2, units.Count);
        Assert.Equal("Un <4>mot</4><1/> et <9>deux</9><2/><3/>", units[0].In("fr"));
        Assert.Equal("<1/>Een <4>woord</4><7>", units[0].In("nl"));
        Assert.Equal(("avant", "bob", new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero)), (units[0].Previous, units[0].Author, units[0].Changed!.Value));
        Assert.Equal("<1/>Ja", units[1].In("nl"));
        Assert.Equal([new("de-DE", 2)], remarks.Apart);
        Assert.Equal((2, 2, 1, 1), (remarks.Units, remarks.Incomplete, remarks.Duplicates, remarks.SubFlows));
        Assert.Equal(["a"], remarks.DuplicateIds);
    }

    [Fact]
    public void Tags_that_a_tool_has_made_text_of_keep_their_numbers_and_others_make_way()
    {
        var (units, _) = Read(Tmx("<tu><tuv xml:lang='fr'><seg>&lt;1&gt;a&lt;/1&gt;<ph x='1'/></seg></tuv><tuv xml:lang='nl'><seg>b</seg></tuv></tu>"));
        Assert.Equal("<1>a</1><2/>", units[0].In("fr"));
    }

    [Theory]
    [InlineData("<tu><tuv><seg>a</seg></tuv></tu>", Faults.Missing, "/tmx/body/tu/tuv")]
    [InlineData("<tu/><tu><tuv xml:lang='fr'/></tu>", Faults.Missing, "/tmx/body/tu[2]/tuv")]
    [InlineData("<tu><tuv xml:lang='fr'><seg>&lol;</seg></tuv></tu>", Faults.Malformed, "/tmx/body/tu/tuv/seg")]
    public void What_is_wrong_in_a_unit_is_said_with_its_place(string body, string fault, string path)
    {
        var wrong = Given.Refused(() => Read(Tmx(body)));
        Assert.Equal((fault, path, 2), (wrong.Id, wrong.Path, wrong.Line));
    }

    [Theory]
    [InlineData("<html/>", Faults.OtherKind)]
    [InlineData("<tmx version='2.0'><header/></tmx>", Faults.OtherVersion)]
    [InlineData("<tmx version='1.4'><body/></tmx>", Faults.Missing)]
    [InlineData("<tmx version='1.4'><header/><body/></tmx>", Faults.Missing)]
    [InlineData("<tmx version='1.4'><header srclang='fr'/><body><tu>", Faults.Truncated)]
    [InlineData("<!DOCTYPE tmx [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><tmx version='1.4'><header srclang='&b;'/></tmx>", Faults.Doctype)]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><tmx version='1.4'/>", Faults.Encoding)]
    public void A_file_that_is_no_memory_or_not_whole_is_refused(string file, string fault) =>
        Assert.Equal(fault, Given.Refused(() => Read(Given.File(file))).Id);

    [Fact]
    public void A_unit_of_ten_gigabytes_is_refused_before_it_is_held()
    {
        using var file = new Endless("<tmx version='1.4'><header srclang='fr'/><body><tu><tuv xml:lang='fr'><seg>", "mot ", 10L << 30);
        Assert.Equal(Faults.ElementTooLarge, Given.Refused(() => Read(file)).Id);
        Assert.InRange(file.Asked, 1, 5_000_000);
    }

    [Fact]
    public void A_character_that_xml_cannot_hold_is_replaced_and_the_file_stays_readable()
    {
        var (units, _) = Read(new MemoryStream(Write(new TmxUnit("a\u0001", [new("fr", "b\u0002\ud800c"), new("nl", "d")]))));
        Assert.Equal(("a\uFFFD", "b\uFFFD\uFFFDc"), (units[0].Id, units[0].In("fr")));
    }

    private static Stream Tmx(string body) => Given.File($"<tmx version='1.4'><header srclang='fr'/><body>\n{body}</body></tmx>");

    private static byte[] Write(params TmxUnit[] units) => Given.Written(file =>
    {
        using var writer = new TmxWriter(file, Header);
        foreach (var unit in units)
        {
            writer.Write(unit);
        }
    });

    private static (List<TmxUnit> Units, TmxRemarks Remarks) Read(Stream file)
    {
        using var reader = new TmxReader(file, Ours);
        return (reader.Units().ToList(), reader.Remarks);
    }
}
