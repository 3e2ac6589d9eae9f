using CsCheck;
using Passerelle.Kernels.Translation.Tests.Zip;
using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Xliff;

public sealed class XliffFormatTests
{
    private static readonly Gen<XliffSegment> Segment =
        Gen.Select(Given.Segment, Given.Segment.Null(), Gen.Int[0, 3], Pick.Of<string?>(null, "vérifier <1>\nsigle"))
            .Where((source, target, _, _) => source != target)
            .Select((source, target, state, note) => new XliffSegment("s", source, target, target is null ? XliffState.Initial : (XliffState)state, note));

    [Theory]
    [InlineData(XliffVersion.V12)]
    [InlineData(XliffVersion.V21)]
    public void Any_document_comes_back_as_it_was_written(XliffVersion version) =>
        Segment.Array[1, 4].Array[1, 3].Sample(units =>
        {
            var document = new XliffDocument([
                Sent.File("projects/7", "3", [.. units.Select((u, i) => new XliffUnit($"u{i}", [.. u.Select((s, k) => s with { Id = $"s{k}" })], i == 0 ? "Titre & <x>" : null))]),
                Sent.File("meetings/2", "", [new XliffUnit("u0", [new("1", "Bonjour")])], "f2"),
            ]);
            Assert.Equal(Sent.Show(document), Sent.Show(XliffReader.Read(new MemoryStream(Given.Written(f => XliffWriter.Write(f, document, version))))));
        }, iter: 1500);

    [Fact]
    public void Version_1_2_has_a_group_for_a_unit_and_elements_for_tags()
    {
        var text = Given.Text(f => XliffWriter.Write(f, new([Sent.File("projects/7", "3", Sent.Units)]), XliffVersion.V12)).Replace(" />", "/>");
        Assert.Contains("<file original=\"projects/7\" source-language=\"fr-BE\" target-language=\"nl-BE\" datatype=\"plaintext\" xml:space=\"preserve\" passerelle:id=\"f1\" passerelle:revision=\"3\">", text);
        Assert.Contains("<source>Le <g id=\"1\">Parc bleu</g><x id=\"2\"/>.</source>", text);
        Assert.Contains("<target state=\"signed-off\">Het <g id=\"1\">Blauwe park</g><x id=\"2\"/>.</target>", text);
        Assert.Contains("<note from=\"passerelle\">revision: 3</note>", text);
    }

    [Fact]
    public void A_source_in_the_place_of_a_translation_is_none()
    {
        var document = new XliffDocument([Sent.File("projects/7", "3", Sent.Units)]);
        var text = Given.Text(f => XliffWriter.Write(f, document, XliffVersion.V12, fillTargets: true));
        Assert.Contains("<target state=\"needs-translation\">Deux rives.</target>", text);
        Assert.Equal(Sent.Show(document), Sent.Show(XliffReader.Read(Given.File(text))));
        Assert.Contains("«Twee oevers.» Initial", Sent.Show(XliffReader.Read(Given.File(text.Replace("Deux rives.</target>", "Twee oevers.</target>")))));
    }

    [Fact]
    public void Version_2_1_has_segments_in_a_unit_and_ids_that_are_unique_in_it()
    {
        var text = Given.Text(f => XliffWriter.Write(f, new([Sent.File("projects/7", "3", [new("u1", [new("s1", "<1>a</1><2/>", "<2/><1>b</1>"), new("s2", "<1>c<2>d</1></2>", "<1>")])])]), XliffVersion.V21)).Replace(" />", "/>");
        Assert.Contains("xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"", text);
        Assert.Contains("version=\"2.1\" srcLang=\"fr-BE\" trgLang=\"nl-BE\"", text);
        Assert.Contains("<source><pc id=\"1\">a</pc><ph id=\"2\"/></source>", text);
        Assert.Contains("<target><ph id=\"2\"/><pc id=\"1\">b</pc></target>", text);
        Assert.Contains("<source><sc id=\"1.u2\"/>c<pc id=\"2.u2\">d<ec startRef=\"1.u2\"/></pc></source>", text);
        Assert.Contains("<target><sc id=\"1.u2\" isolated=\"yes\"/></target>", text);
    }

    [Theory]
    [InlineData("new", false, XliffState.Initial)]
    [InlineData("needs-translation", true, XliffState.Initial)]
    [InlineData("needs-review-translation", false, XliffState.Translated)]
    [InlineData("translated", false, XliffState.Translated)]
    [InlineData("translated", true, XliffState.Reviewed)]
    [InlineData(null, false, XliffState.Translated)]
    [InlineData(null, true, XliffState.Reviewed)]
    [InlineData("signed-off", false, XliffState.Reviewed)]
    [InlineData("final", false, XliffState.Final)]
    [InlineData("x-mine", false, XliffState.Initial)]
    public void The_states_of_version_1_2_are_understood(string? state, bool approved, XliffState expected)
    {
        var read = XliffReader.Read(Given.File(Sent.V12($"<trans-unit id='a' approved='{(approved ? "yes" : "no")}'><source>Oui</source><target{(state is null ? "" : $" state='{state}'")}>Ja</target></trans-unit>")));
        Assert.Equal(expected, read.Files[0].Units[0].Segments[0].State);
    }

    [Fact]
    public void A_file_of_another_tool_is_read_with_its_segments_codes_and_annotations()
    {
        var read = XliffReader.Read(Given.File(Sent.V12("""
            <trans-unit id="7"><source>Un. <bpt id="1" rid="1">&lt;b></bpt>Deux<ept id="2" rid="1">&lt;/b></ept>.</source>
              <seg-source><mrk mtype="seg" mid="0">Un.</mrk> <mrk mtype="seg" mid="1"><bpt id="1" rid="1">&lt;b></bpt>Deux<ept id="2" rid="1">&lt;/b></ept>.</mrk></seg-source>
              <target><mrk mtype="seg" mid="1"><bpt id="1" rid="1">&lt;b></bpt>Twee<ept id="2" rid="1">&lt;/b></ept>.</mrk></target>
              <alt-trans><target xml:lang="nl">Drie</target></alt-trans></trans-unit>
            <group id="g"><trans-unit id="8"><source>Le <mrk mtype="protected">GECT</mrk><ph id="9">code<sub>t</sub></ph><it id="4" pos="open">i</it></source><target/></trans-unit></group>
            """)));
        Assert.Equal("7: 0 «Un.» → ∅ Initial | 1 «<1>Deux</1>.» → «<1>Twee</1>.» Translated; 8: 1 «Le GECT<9/><4>» → ∅ Initial", Sent.Show(read.Files[0].Units));
        var two = XliffReader.Read(Given.File("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="nl"><file id="f"><group id="g"><unit id="u"><originalData><data id="d">x</data></originalData>
            <segment><source>Un <sc id="a" dataRefStart="d"/>mot<ec startRef="a"/> <mrk id="m" translate="no">ici</mrk><cp hex="0001"/></source></segment><ignorable><source> </source></ignorable>
            <segment id="z" state="final"><source>Oui</source><target>Ja</target></segment></unit></group></file></xliff>
            """));
        Assert.Equal("u: 1 «Un <1>mot</1> ici\uFFFD» → ∅ Initial | z «Oui» → «Ja» Final", Sent.Show(two.Files[0].Units));
    }

    [Theory]
    [InlineData("<trans-unit><source/></trans-unit>", Faults.Missing, "/xliff/file/body/trans-unit")]
    [InlineData("<trans-unit id='1'/>", Faults.Missing, "/xliff/file/body/trans-unit")]
    [InlineData("<trans-unit id='1'><source>a</source></trans-unit><trans-unit id='1'><source>b</source></trans-unit>", Faults.Duplicate, "/xliff/file/body/trans-unit[2]")]
    [InlineData("<group id='a'><trans-unit id='1'><source>&lol;</source></trans-unit></group>", Faults.Malformed, "/xliff/file/body/group/trans-unit/source")]
    public void What_is_wrong_in_version_1_2_is_said_with_its_place(string body, string fault, string path)
    {
        var wrong = Given.Refused(() => XliffReader.Read(Given.File(Sent.V12(body))));
        Assert.Equal((fault, path, 2), (wrong.Id, wrong.Path, wrong.Line));
    }

    [Theory]
    [InlineData("<unit><segment><source/></segment></unit>", Faults.Missing, "/xliff/file/unit")]
    [InlineData("<unit id='1'/>", Faults.Missing, "/xliff/file/unit")]
    [InlineData("<unit id='1'><segment/></unit>", Faults.Missing, "/xliff/file/unit/segment")]
    [InlineData("<unit id='1'><segment state='done'><source/></segment></unit>", Faults.WrongValue, "/xliff/file/unit/segment")]
    [InlineData("<unit id='1'><segment id='1'><source/></segment><segment id='1'><source/></segment></unit>", Faults.Duplicate, "/xliff/file/unit/segment[2]")]
    [InlineData("<unit id='1'><segment><source/></segment></unit><unit id='1'><segment><source/></segment></unit>", Faults.Duplicate, "/xliff/file/unit[2]")]
    public void What_is_wrong_in_version_2_is_said_with_its_place(string body, string fault, string path)
    {
        var wrong = Given.Refused(() => XliffReader.Read(Given.File($"<xliff version='2.1' srcLang='fr' xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'>\n{body}</file></xliff>")));
        Assert.Equal((fault, path, 2), (wrong.Id, wrong.Path, wrong.Line));
    }

    [Theory]
    [InlineData("<tmx version='1.4'/>", Faults.OtherKind)]
    [InlineData("<xliff/>", Faults.Missing)]
    [InlineData("<xliff version='3.0'/>", Faults.OtherVersion)]
    [InlineData("<xliff version='2.1'/>", Faults.Missing)]
    [InlineData("<xliff version='2.1' srcLang='fr'><file id='f'/><file id='f'/></xliff>", Faults.Duplicate)]
    [InlineData("<xliff version='1.2'><file source-language='fr'><body><trans-unit id='1'>", Faults.Truncated)]
    [InlineData("<!DOCTYPE xliff [<!ENTITY a 'b'>]><xliff version='1.2'/>", Faults.Doctype)]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><xliff version='1.2'/>", Faults.Encoding)]
    public void A_file_that_is_no_xliff_or_not_whole_is_refused(string file, string fault) =>
        Assert.Equal(fault, Given.Refused(() => XliffReader.Read(Given.File(file))).Id);

    [Fact]
    public void A_segment_of_ten_gigabytes_is_refused_before_it_is_held()
    {
        using var file = new Endless("<xliff version='1.2'><file source-language='fr'><body><trans-unit id='1'><source>", "mot ", 10L << 30);
        Assert.Equal(Faults.ElementTooLarge, Given.Refused(() => XliffReader.Read(file)).Id);
        Assert.InRange(file.Asked, 1, 5_000_000);
    }

    [Fact]
    public void Ids_and_languages_that_xliff_cannot_say_are_refused_when_writing()
    {
        Assert.Throws<ArgumentException>(() => Given.Text(f => XliffWriter.Write(f, new([Sent.File("a", "1", [new("a b", [])])]), XliffVersion.V21)));
        var other = Sent.File("b", "1", []) with { TargetLanguage = "de", Id = "f2" };
        Assert.Throws<ArgumentException>(() => Given.Text(f => XliffWriter.Write(f, new([Sent.File("a", "1", []), other]), XliffVersion.V21)));
    }

    [Theory]
    [InlineData(XliffVersion.V12)]
    [InlineData(XliffVersion.V21)]
    public void Several_files_travel_in_one_package(XliffVersion version)
    {
        var (a, b) = (new XliffDocument([Sent.File("a", "1", Sent.Units)]), new XliffDocument([Sent.File("b", "2", Sent.Units)]));
        var read = XliffPackage.Read(new MemoryStream(Given.Written(f => XliffPackage.Write(f, [("a.xlf", a), ("b.xlf", b)], version))));
        Assert.Equal([Sent.Show(a), Sent.Show(b)], read.Documents.Select(d => Sent.Show(d.Document)));
        Assert.Equal(["a", "b"], read.Together.Files.Select(f => f.Original));
        var wrong = Given.Refused(() => XliffPackage.Read(new MemoryStream(SafeZipTests.Packed(("readme.txt", ""), ("x/c.xlf", "<xliff version='1.2'><file/></xliff>  ")))));
        Assert.Equal((Faults.Missing, "x/c.xlf:/xliff/file"), (wrong.Id, wrong.Path));
        Assert.Equal(Faults.OtherKind, Given.Refused(() => XliffPackage.Read(new MemoryStream(SafeZipTests.Packed(("readme.txt", ""))))).Id);
    }
}
