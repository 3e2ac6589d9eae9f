using System.Text;
using System.Xml;
using CsCheck;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Xml;

public sealed class SafeXmlTests
{
    private const string Laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
        <lolz>&lol2;</lolz>
        """;

    [Fact]
    public void An_element_is_read_whole_and_each_one_in_it_knows_where_it_stands()
    {
        using var xml = new SafeXml(Given.File("<a>\n <b x='1'/><!-- no --><b>t<c>é</c><c/></b></a>"));
        xml.Root();
        Assert.Equal("a", xml.Name);
        var element = xml.Element();
        Assert.Equal("té", element.Value.Trim());
        var wrong = WrongFile.At(element.Elements().Last().Elements().Last(), Faults.Missing, "x");
        Assert.Equal(("/a/b[2]/c[2]", 2, 36), (wrong.Path, wrong.Line, wrong.Column));
        Assert.Equal(["x"], wrong.Arguments);
        Assert.False(xml.Read());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_document_type_that_declares_entities_is_refused_whether_or_not_one_may_stand_there(bool doctype)
    {
        Assert.Equal(Faults.Doctype, Given.Refused(() => All(Given.File(Laughs), doctype: doctype)).Id);
        Assert.Equal(Faults.Doctype, Given.Refused(() => All(Given.File("<!DOCTYPE a SYSTEM 'x>' [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"), doctype: doctype)).Id);
    }

    [Fact]
    public void A_document_type_by_name_alone_is_passed_over_where_it_may_stand_and_nothing_is_fetched()
    {
        const string File = "<?xml version='1.0'?>\n<!-- [ --><!DOCTYPE a PUBLIC \"-//x[>//\" 'http://127.0.0.1:9/none.dtd'><a>b</a>";
        Assert.Equal("b", All(Given.File(File), doctype: true).Trim());
        Assert.Equal(Faults.Doctype, Given.Refused(() => All(Given.File(File), doctype: false)).Id);
        Assert.Equal(Faults.Malformed, Given.Refused(() => All(Given.File("<!DOCTYPE a SYSTEM 'x'><a>&unknown;</a>  "), doctype: true)).Id);
    }

    [Fact]
    public void The_encoding_must_be_what_the_file_declares()
    {
        Assert.Equal("é€", All(Given.File("<?xml version='1.0' encoding='windows-1252'?><a>é€</a>", CodePagesEncodingProvider.Instance.GetEncoding(1252)!)));
        Assert.Equal("é", All(Given.File("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>", Encoding.Latin1)));
        Assert.Equal("é", All(Given.File("\uFEFF<?xml version='1.0' encoding='utf-16'?><a>é</a>", Encoding.Unicode)));
        Assert.Equal("é", All(Given.File("<a>é</a>", Encoding.BigEndianUnicode)));
        Assert.Equal("é", All(Given.File("\uFEFF<a>é</a>", Encoding.UTF8)));
        var latin = Given.Refused(() => All(Given.File("<?xml version='1.0' encoding='utf-8'?>\n<a>d'abord\nété</a>", Encoding.Latin1)));
        Assert.Equal((Faults.Encoding, 3, 1), (latin.Id, latin.Line, latin.Column));
        var far = Given.Refused(() => All(Given.File($"<?xml version='1.0' encoding='utf-8'?>\n<a>{new string('x', 40_000)}é</a>", Encoding.Latin1)));
        Assert.Equal((Faults.Encoding, 2, 40_004), (far.Id, far.Line, far.Column));
        Assert.Equal(Faults.Encoding, Given.Refused(() => All(Given.File("<?xml version='1.0' encoding='utf-16'?><a/>"))).Id);
        Assert.Equal(Faults.Encoding, Given.Refused(() => All(Given.File("\uFEFF<?xml version='1.0' encoding='iso-8859-1'?><a/>", Encoding.UTF8))).Id);
        Assert.Equal(Faults.Encoding, Given.Refused(() => All(Given.File("\uFEFF<?xml version='1.0' encoding='utf-8'?><a/>", Encoding.Unicode))).Id);
        Assert.Equal((Faults.EncodingUnknown, "ebcdic-x"), Given.Refused(() => All(Given.File("<?xml version='1.0' encoding='EBCDIC-x'?><a/>"))) is var e ? (e.Id, e.Arguments[0]) : default);
        Assert.Equal(Faults.EncodingUnknown, Given.Refused(() => All(Given.File("\uFEFF<a/>", Encoding.UTF32))).Id);
    }

    [Fact]
    public void Sizes_and_depth_are_bounded_and_a_file_of_ten_gigabytes_is_given_up_early()
    {
        var limits = new XmlLimits(1_000_000, 100_000, 8);
        foreach (var (beginning, middle, fault) in new[]
        {
            ("<a>", "x", Faults.ElementTooLarge), ("<a b='", "x", Faults.ElementTooLarge), ("<a><!--", "x", Faults.ElementTooLarge), ("<a", "a", Faults.ElementTooLarge),
            ("<a>", "<b/>", Faults.TooLarge), ("<a>", "<!-- c -->", Faults.ElementTooLarge), ("", "<a>", Faults.TooDeep), (" ", " ", Faults.ElementTooLarge), ("<!DOCTYPE ", "a", Faults.ElementTooLarge),
        })
        {
            using var file = new Endless(beginning, middle, 10L << 30);
            Assert.Equal(fault, Given.Refused(() => All(file, limits, doctype: true)).Id);
            Assert.InRange(file.Asked, 1, 1_200_000);
        }
    }

    [Fact]
    public void A_text_as_long_as_may_be_is_read()
    {
        var text = new string('x', 100_000);
        Assert.Equal(text, All(Given.File($"<a>{text}</a>"), new(1_000_000, 100_000)));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_said_to_be_truncated_and_never_read_as_whole()
    {
        const string Whole = "<?xml version=\"1.0\"?><a b=\"c\">d<e>f</e>&amp;<g/></a>";
        Assert.Equal("df&", All(Given.File(Whole)));
        Gen.Int[1, Whole.Length - 1].Sample(n => Assert.Equal(Faults.Truncated, Given.Refused(() => All(Given.File(Whole[..n]))).Id));
        Assert.Equal(Faults.Empty, Given.Refused(() => All(Given.File(""))).Id);
    }

    [Theory]
    [InlineData("<a><b></a></b>    ", "/a/b", 1, 9)]
    [InlineData("<a>\n<b>&nbsp;</b></a>", "/a/b", 2, 5)]
    [InlineData("<a>\u0001 and more</a>", "/a", 1, 4)]
    [InlineData("<a/><b/>    ", "", 1, 6)]
    public void What_is_not_well_formed_is_refused_with_its_place(string file, string path, int line, int column)
    {
        var wrong = Given.Refused(() => All(Given.File(file)));
        Assert.Equal((Faults.Malformed, path, line, column), (wrong.Id, wrong.Path, wrong.Line, wrong.Column));
    }

    [Fact]
    public void Bytes_at_random_are_read_or_refused_and_nothing_else()
    {
        var read = 0;
        Pick.Of("<a>", "</a>", "<b x='", "'/>", "<!--", "-->", "<?xml version='1.0'?>", "&lt;", "&#x110000;", "<![CDATA[", "]]>", "<!DOCTYPE a>", "\uFEFF", "é", "\0", " ", "<a/>").Array[0, 12].Select(string.Concat).Sample(text =>
        {
            try
            {
                Assert.DoesNotContain('\0', All(Given.File(text), doctype: true));
                Interlocked.Increment(ref read);
            }
            catch (WrongFile wrong)
            {
                Assert.Contains(wrong.Id, Faults.All);
            }
        }, iter: 3000);
        Assert.InRange(read, 1, 2999);
    }

    private static string All(Stream file, XmlLimits? limits = null, bool doctype = false)
    {
        using var xml = new SafeXml(file, limits, doctype);
        var text = new StringBuilder();
        while (xml.Read())
        {
            text.Append(xml.Node is XmlNodeType.Element or XmlNodeType.EndElement ? "" : xml.Value);
        }

        return text.ToString();
    }
}
