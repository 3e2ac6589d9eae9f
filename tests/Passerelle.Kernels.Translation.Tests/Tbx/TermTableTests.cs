using System.Text;
using CsCheck;
using Passerelle.Kernels.Translation.Tbx;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Tests.Tbx;

public sealed class TermTableTests
{
    private static readonly string[] Ours = ["fr", "nl"];

    [Fact]
    public void Any_entry_comes_back_as_it_was_written() =>
        Terms.Entry.Array[1, 5].Sample(entries =>
        {
            var numbered = entries.Select((e, i) => e with { Id = $"c{i}" }).ToList();
            var (read, _) = TermTable.Read(new MemoryStream(Given.Written(f => TermTable.Write(f, numbered, Ours))), Ours);
            Assert.Equal(numbered.Select(Terms.Sorted), read.Select(Terms.Sorted));
        }, iter: 1000);

    [Fact]
    public void A_list_with_how_sure_a_term_is_in_its_status_is_understood()
    {
        var (read, remarks) = Read("term_fr,term_nl,status\nassemblée,Algemene Vergadering,official\n\"tissons des liens, créons\",banden smeden,attested\nseul,,proposed\n,,\n,x,\n");
        Assert.Equal(
            [
                "r2 [|||] fr assemblée Preferred Official; nl Algemene Vergadering Preferred Official",
                "r3 [|||] fr tissons des liens, créons Preferred Attested; nl banden smeden Preferred Attested",
                "r4 [|||] fr seul Preferred Unsure",
                "r6 [|||] nl x Preferred Unknown",
            ], read.Select(Terms.Show));
        Assert.Equal(0, remarks.Incomplete);
    }

    [Fact]
    public void Columns_stand_in_any_order_with_any_separator_in_the_encoding_of_an_office()
    {
        const string File = "Definition;NL-be;de;ID;fr;Certainty;Status\r\n\"met \"\"haken\"\"\";vereffenaar;x;t1;liquidateur;high;preferred\r\n;curator;;t1;;;forbidden\r\n;;y;t2;;;\r\n";
        var (read, remarks) = TermTable.Read(Given.File(File.Replace("met", "qualité"), CodePagesEncodingProvider.Instance.GetEncoding(1252)), Ours);
        Assert.Equal("t1 [|qualité \"haken\"||] nl vereffenaar Preferred Official; fr liquidateur Preferred Official; nl curator Forbidden Unknown", Terms.Show(Assert.Single(read)));
        Assert.Equal([new("de", 2)], remarks.Apart);
        Assert.Equal(1, remarks.Incomplete);
        Assert.Equal("oui", TermTable.Read(Given.File("\uFEFFfr\tnl\noui\tja", Encoding.Unicode), Ours).Entries[0].Terms[0].Text);
    }

    [Fact]
    public void A_row_without_an_id_is_no_other_rows_entry()
    {
        var (read, _) = Read("id;fr;nl\n;un;een\nr2;deux;twee\nrr2;trois;drie\n");
        Assert.Equal(["rrr2", "r2", "rr2"], read.Select(e => e.Id));
    }

    [Theory]
    [InlineData("", Faults.Empty, 0)]
    [InlineData("fr,status\nx,", Faults.ColumnMissing, 1)]
    [InlineData("fr,nl,status\na,b,\nc,d,perhaps\n", Faults.WrongValue, 3)]
    [InlineData("fr,nl,certainty\n\"a\n\",b,\nc,d,perhaps\n", Faults.WrongValue, 4)]
    [InlineData("fr,nl\na,\"b\nc,d\n", Faults.CsvQuote, 2)]
    [InlineData("fr,nl\na,b\n\"c\"x,d\n", Faults.CsvQuote, 3)]
    [InlineData("fr,nl\n\0,b\n", Faults.OtherKind, 0)]
    public void What_is_wrong_is_said_with_its_line(string file, string fault, int line)
    {
        var wrong = Given.Refused(() => Read(file));
        Assert.Equal((fault, line), (wrong.Id, wrong.Line));
    }

    [Fact]
    public void A_spreadsheet_takes_no_term_for_a_formula()
    {
        var text = Given.Text(f => TermTable.Write(f, [new("c1", [new("fr", "=HYPERLINK(\"x\")"), new("nl", "+1")])], Ours));
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\";'+1;c1", text);
    }

    [Fact]
    public void A_spreadsheet_of_these_countries_finds_its_semicolons_and_an_apostrophe_stays()
    {
        var file = Given.Written(f => TermTable.Write(f, [new("c1", [new("fr", "'=x"), new("nl", "''")])], Ours));
        Assert.StartsWith("fr;nl;id;status;", Encoding.UTF8.GetString(file.AsSpan(3)));
        Assert.Equal(["'=x", "''"], Assert.Single(TermTable.Read(new MemoryStream(file), Ours).Entries).Terms.Select(t => t.Text));
    }

    private static (IReadOnlyList<TermEntry> Entries, TermRemarks Remarks) Read(string text) => TermTable.Read(Given.File(text), Ours);
}
