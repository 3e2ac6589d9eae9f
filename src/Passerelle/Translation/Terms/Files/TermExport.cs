using Microsoft.EntityFrameworkCore;
using Passerelle.Kernels.Translation.Tbx;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Terms.TermTexts;
using Status = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms.Files;

/// <summary>The terms in use, as files for other tools: an entry for each pair.</summary>
internal static class TermExport
{
    private const string Name = "terms";

    public static Task<IResult> GetTbx(Visit visit, PlatformDb db, HttpContext http) =>
        Of(visit, db, "application/xml; charset=utf-8", Name + ".tbx", (file, entries) => TbxWriter.Write(file, entries, T("export.source"), Language.Content), http.RequestAborted);

    public static Task<IResult> GetCsv(Visit visit, PlatformDb db, HttpContext http) =>
        Of(visit, db, "text/csv; charset=utf-8", Name + ".csv", (file, entries) => TermTable.Write(file, entries, [.. Language.Official]), http.RequestAborted);

    private static async Task<IResult> Of(Visit visit, PlatformDb db, string type, string name, Action<Stream, IEnumerable<TermEntry>> write, CancellationToken stop)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        var terms = await db.Set<Term>().AsNoTracking().Where(Term.InUse).OrderBy(t => t.FromFolded).ThenBy(t => t.ToFolded).ThenBy(t => t.Id).ToListAsync(stop);
        using var file = new MemoryStream();
        write(file, terms.Select(Entry));
        return Results.File(file.ToArray(), type, name);
    }

    private static TermEntry Entry(Term term) =>
        new($"t{term.Id:N}", [Word(term, term.FromLanguage, term.From), Word(term, term.ToLanguage, term.To)], null, term.Definition, term.Note, term.Origin);

    /// <summary>Of a forbidden pair one word is right.</summary>
    private static Kernels.Translation.Tbx.Term Word(Term term, string language, string text) =>
        new(language, text, term.Status == Status.Forbidden && term.Wrong != language ? Status.Preferred : term.Status, FilePair.ReliabilityOf(term.Sureness));
}
