using System.Diagnostics;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Passerelle.Browser.Harness;

/// <summary>A minute of three pages, written by LibreOffice as a Word document, and how it reads in Dutch.</summary>
internal static partial class WordMinute
{
    private const string Head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
        <office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="BE"/></style:default-style></office:styles>
        <office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="New" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/><style:text-properties fo:font-size="16pt"/></style:style></office:automatic-styles>
        <office:body><office:text>
        """;

    /// <summary>Paragraphs by their first sign: # a title, = one at the top of a page, | the cells of a row; the others are plain. Bold between asterisks.</summary>
    private static readonly (string French, string Dutch)[] Lines =
    [
        ("# Compte rendu de la réunion", "Verslag van de vergadering"),
        ("Le groupe s’est réuni à Tournai le 14 janvier 2021.", "De groep kwam op 14 januari 2021 samen in Doornik."),
        ("Chacun a parlé *dans sa langue*.", "Iedereen sprak *in zijn eigen taal*."),
        ("| Présence | Commune", "Aanwezigheid | Gemeente"),
        ("| Présente | Tournai", "Aanwezig | Doornik"),
        ("| Excusée | Courtrai", "Verontschuldigd | Kortrijk"),
        ("= Ce qui a été dit", "Wat er gezegd werd"),
        ("Les habitants demandent un chemin sûr le long de la Lys.", "De inwoners vragen een veilig pad langs de Leie."),
        ("Le chemin s’arrête *à la frontière*, et personne ne sait qui l’entretient.", "Het pad stopt *aan de grens*, en niemand weet wie het onderhoudt."),
        ("La commune présentera ses plans en mars.", "De gemeente stelt haar plannen in maart voor."),
        ("= Ce qui a été décidé", "Wat er beslist werd"),
        ("Le groupe propose *deux étapes* pour le chemin.", "De groep stelt *twee stappen* voor het pad voor."),
        ("| Tâche | Délai", "Taak | Termijn"),
        ("| Demander les plans | Mars", "De plannen opvragen | Maart"),
        ("| Compter les passants | Avril", "De voorbijgangers tellen | April"),
        ("La prochaine réunion aura lieu à Courtrai.", "De volgende vergadering vindt plaats in Kortrijk."),
    ];

    /// <summary>What is bold in it, in Dutch.</summary>
    public static IEnumerable<string> Bold => Lines.SelectMany(l => Stars().Matches(l.Dutch)).Select(m => m.Groups[1].Value);

    /// <summary>The Dutch of a segment, with the tags that the French has there.</summary>
    public static string Dutch(string segment)
    {
        var parts = Breaks().Match(segment).Groups;
        var (words, plain) = (parts[2].Value, Tags().Replace(parts[2].Value, "*"));
        var dutch = Lines.SelectMany(Cells).FirstOrDefault(c => c.French == plain).Dutch ?? throw new InvalidOperationException($"The minute has no «{segment}»");
        var tags = new Queue<string>(Tags().Matches(words).Select(m => m.Value));
        return parts[1].Value + Star().Replace(dutch, _ => tags.Dequeue()) + parts[3].Value;
    }

    public static IEnumerable<string> InDutch => Lines.SelectMany(Cells).Select(c => c.Dutch.Replace("*", "", StringComparison.Ordinal));

    /// <summary>Writes it into a folder.</summary>
    public static async Task<string> Make(string folder)
    {
        StringBuilder body = new(Head);
        var inTable = false;
        foreach (var (line, _) in Lines)
        {
            var isRow = line.StartsWith('|');
            body.Append(isRow && !inTable ? "<table:table><table:table-column table:number-columns-repeated=\"2\"/>" : inTable && !isRow ? "</table:table>" : "");
            inTable = isRow;
            body.Append(line[0] switch
            {
                '|' => $"<table:table-row>{string.Concat(Parts(line).Select(c => $"<table:table-cell><text:p>{Spans(c)}</text:p></table:table-cell>"))}</table:table-row>",
                '#' => $"<text:h text:outline-level=\"1\">{Spans(Bare(line))}</text:h>",
                '=' => $"<text:p text:style-name=\"New\">{Spans(Bare(line))}</text:p>",
                _ => $"<text:p>{Spans(line)}</text:p>",
            });
        }

        var file = Path.Combine(folder, "compte-rendu.fodt");
        await File.WriteAllTextAsync(file, body.Append("</office:text></office:body></office:document>").ToString());
        return await Convert(file, "docx");
    }

    /// <summary>What LibreOffice makes of a file: its pages as text.</summary>
    public static async Task<string[]> Pages(string file)
    {
        var pdf = await Convert(file, "pdf");
        var text = Path.ChangeExtension(pdf, "txt");
        await Run("pdftotext", ["-layout", pdf, text], Path.GetDirectoryName(file)!);
        return (await File.ReadAllTextAsync(text)).TrimEnd('\f', '\n').Split('\f');
    }

    private static async Task<string> Convert(string file, string into)
    {
        var folder = Path.GetDirectoryName(file)!;
        await Run("soffice", ["--headless", "--convert-to", into, "--outdir", folder, file], folder);
        var made = Path.ChangeExtension(file, into);
        return File.Exists(made) ? made : throw new InvalidOperationException($"LibreOffice made no {into} of {Path.GetFileName(file)}");
    }

    private static async Task Run(string program, string[] arguments, string home)
    {
        ProcessStartInfo start = new(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["HOME"] = home } };
        using var process = Process.Start(start)!;
        using CancellationTokenSource stop = new(TimeSpan.FromMinutes(3));
        var said = process.StandardError.ReadToEndAsync(stop.Token);
        await process.StandardOutput.ReadToEndAsync(stop.Token);
        await process.WaitForExitAsync(stop.Token);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {await said}");
        }
    }

    private static IEnumerable<(string French, string Dutch)> Cells((string French, string Dutch) line) =>
        line.French.StartsWith('|') ? Parts(line.French).Zip(Parts("|" + line.Dutch)) : [(Bare(line.French), line.Dutch)];

    private static string[] Parts(string row) => row[1..].Split('|', StringSplitOptions.TrimEntries);

    private static string Bare(string line) => line.TrimStart('#', '=', ' ');

    private static string Spans(string words) => Stars().Replace(SecurityElement.Escape(words).Replace("&apos;", "'", StringComparison.Ordinal), "<text:span text:style-name=\"B\">$1</text:span>");

    [GeneratedRegex(@"\*([^*]+)\*")]
    private static partial Regex Stars();

    [GeneratedRegex(@"\*")]
    private static partial Regex Star();

    /// <summary>What stands between the breaks of pages that begin or end a segment.</summary>
    [GeneratedRegex(@"^((?:<\d+/>)*)(.*?)((?:<\d+/>)*)$")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"</?\d+/?>")]
    private static partial Regex Tags();
}
