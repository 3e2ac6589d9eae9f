using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Xliff;

public sealed class XliffReturnTests
{
    private static readonly XliffDocument Two = new([Sent.File("projects/7", "3", Sent.Units), Sent.File("meetings/2", "1", [new("u", [new("s", "Bonjour")])], "f2")]);

    [Theory]
    [InlineData(XliffVersion.V12)]
    [InlineData(XliffVersion.V21)]
    public void Only_what_changed_comes_back(XliffVersion version)
    {
        var back = Compare(version, t => t.Replace("Het ", "Ons ").Replace("Bonjour</source>", "Bonjour</source><target>Dag</target>"));
        Assert.Equal([("projects/7", "title", "s1", "Ons <1>Blauwe park</1><2/>."), ("meetings/2", "u", "s", "Dag")], back.Changed.Select(c => (c.Original, c.Unit, c.Segment, c.After)));
        Assert.All(back.Changed, c => Assert.True(c.IsNewText));
        Assert.Empty(back.Missing);
        Assert.Empty(back.Apart);
        Assert.Empty(back.Unmarked);
        Assert.Empty(Compare(version, t => t).Changed);
    }

    [Fact]
    public void A_new_state_is_a_change_and_a_lost_target_is_said_but_is_none()
    {
        var back = Compare(XliffVersion.V21, t => t.Replace("state=\"translated\"", "state=\"final\"").Replace("<target>Het <pc id=\"1\">Blauwe park</pc><ph id=\"2\" />.</target>", ""));
        var change = Assert.Single(back.Changed);
        Assert.Equal(("body", XliffState.Translated, XliffState.Final, false, "au sens large"), (change.Unit, change.StateBefore, change.State, change.IsNewText, change.Note));
        Assert.Equal([("projects/7", "title", "s1")], back.Emptied);
    }

    [Fact]
    public void Of_several_files_some_may_come_back_alone_and_those_of_a_third_language_are_left_apart()
    {
        var received = new XliffDocument([Two.Files[1], Two.Files[0] with { TargetLanguage = "de-DE" }]);
        var back = XliffReturn.Compare(Two, received);
        Assert.Equal(["projects/7"], back.Missing);
        Assert.Equal([("projects/7", "fr-BE", "de-DE")], back.Apart);
        Assert.Empty(back.Changed);
        Assert.Empty(XliffReturn.Compare(Two, new([Two.Files[1] with { SourceLanguage = "fr-FR", TargetLanguage = "nl" }])).Apart);
    }

    [Theory]
    [InlineData("original=\"projects/7\"", "original=\"projects/8\"", Faults.OtherText, "projects/7, meetings/2|projects/8", "")]
    [InlineData("passerelle:revision=\"3\"", "passerelle:revision=\"4\"", Faults.OtherRevision, "projects/7|3|4", "")]
    [InlineData("Une maison", "Une cabane", Faults.SourceChanged, "projects/7|body|s1", "/xliff/file/unit[2]")]
    [InlineData("unit id=\"body\"", "unit id=\"corps\"", Faults.UnitUnknown, "projects/7|corps|", "/xliff/file/unit[2]")]
    [InlineData("segment id=\"s2\"", "segment id=\"s9\"", Faults.UnitUnknown, "projects/7|title|s9", "/xliff/file/unit")]
    [InlineData("<segment id=\"s2\" state=\"initial\">\n        <source>Deux rives.</source>\n      </segment>", "", Faults.UnitMissing, "projects/7|title|s2", "/xliff/file/unit")]
    [InlineData("original=\"meetings/2\"", "original=\"projects/7\"", Faults.OtherRevision, "projects/7|3|1", "")]
    public void A_file_of_another_text_or_revision_or_a_damaged_one_is_refused_as_a_whole_with_what_and_where(string from, string to, string fault, string arguments, string path)
    {
        var wrong = Given.Refused(() => Compare(XliffVersion.V21, t => t.Replace(from, to)));
        Assert.Equal((fault, arguments, path), (wrong.Id, string.Join('|', wrong.Arguments), wrong.Path));
        Assert.Equal(path.Length > 0, wrong.Line > 0);
    }

    [Fact]
    public void A_file_without_one_of_its_units_is_damaged()
    {
        var received = new XliffDocument([Two.Files[0] with { Units = [Two.Files[0].Units[0]] }]);
        var wrong = Given.Refused(() => XliffReturn.Compare(Two, received));
        Assert.Equal((Faults.UnitMissing, "projects/7|body|"), (wrong.Id, string.Join('|', wrong.Arguments)));
        Assert.Equal(Faults.Duplicate, Given.Refused(() => XliffReturn.Compare(Two, new([Two.Files[0], Two.Files[0]]))).Id);
    }

    [Fact]
    public void A_tool_may_drop_our_marks_and_change_white_space()
    {
        var back = Compare(XliffVersion.V12, t => t.Replace("passerelle:revision=\"3\" ", "").Replace(" passerelle:revision=\"3\"", "").Replace("<note from=\"passerelle\">revision: 3</note>", "").Replace("Deux rives", "\n  Deux\n  rives"));
        Assert.Equal(["projects/7"], back.Unmarked);
        Assert.Empty(back.Changed);
        Assert.Empty(Compare(XliffVersion.V12, t => t.Replace(" passerelle:revision=\"3\"", "")).Unmarked);
        Assert.Equal(Faults.OtherRevision, Given.Refused(() => Compare(XliffVersion.V12, t => t.Replace(" passerelle:revision=\"3\"", "").Replace("revision: 3", "revision: 2"))).Id);
    }

    [Fact]
    public void A_tool_that_drops_ids_of_segments_and_indents_them_is_understood()
    {
        var back = Compare(XliffVersion.V21, t => t.Replace("<segment id=\"s1\"", "<segment").Replace("<segment id=\"s2\"", "<segment").Replace(" original=\"projects/7\"", "")
            .Replace("Het <pc id=\"1\">Blauwe park</pc>", "Het \n   <pc id=\"1\">Blauwe park</pc>\n   ").Replace("Een huis", "\n   Een woning\n   "));
        var change = Assert.Single(back.Changed);
        Assert.Equal(("projects/7", "body", "s1", "Een woning ."), (change.Original, change.Unit, change.Segment, change.After));
    }

    [Fact]
    public void A_source_that_is_what_the_file_was_made_from_but_not_what_the_text_says_now_is_another_revision()
    {
        var now = new XliffDocument([Sent.File("projects/7", "3", [Sent.Units[0], new("body", [new("s1", "Une cabane.")])])]);
        using var file = new MemoryStream(Given.Written(f => XliffWriter.Write(f, Two, XliffVersion.V21)));
        Assert.Equal(Faults.OtherRevision, Given.Refused(() => XliffReturn.Compare(now, XliffReader.Read(file))).Id);
    }

    private static XliffReturn Compare(XliffVersion version, Func<string, string> tool) =>
        XliffReturn.Compare(Two, XliffReader.Read(Given.File(tool(Given.Text(f => XliffWriter.Write(f, Two, version))))));
}
