using System.Text;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection.Pages;

/// <summary>One application on the panel's table: what it says, what the panel finds, what was decided.</summary>
public sealed partial class DossierPage
{
    /// <param name="Texts">While it is read anonymously: the text of each document, page by page, with masks.</param>
    public sealed record View(Dossier Dossier, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyDictionary<Guid, IReadOnlyList<string>> Texts);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db, People people, Vault vault)
    {
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null)
        {
            return instead;
        }

        Guid?[] named = [.. dossier.Assessments.Select(a => (Guid?)a.JurorId), dossier.Decision?.DecidedBy, .. (dossier.Admissibility?.Settlements ?? []).SelectMany(s => new[] { s.Author, s.AgreedBy })];
        Dictionary<Guid, IReadOnlyList<string>> texts = [];
        foreach (var document in dossier.Application.Documents.Where(_ => dossier.IsAnonymous))
        {
            texts[document.Id] = await TextOf(document, dossier.Application, vault, visit.Http.RequestAborted);
        }

        return Show(new(dossier, await people.Cards(named.OfType<Guid>(), visit.Http.RequestAborted), texts));
    }

    /// <summary>A document as it was sent, out of the vault; that it was fetched is recorded.</summary>
    internal static async Task<IResult> Document(string slug, int number, Guid document, Visit visit, PlatformDb db, DocumentDesk documents, HttpContext http)
    {
        var (dossier, instead) = await visit.Dossier(db, slug, number);
        if (instead is not null || dossier.Application.Documents.FirstOrDefault(d => d.Id == document) is not { } found)
        {
            return instead ?? visit.NotFound();
        }

        if (dossier.IsAnonymous)
        {
            return visit.Go(dossier.Path + "/open");
        }

        if (await documents.Bytes(found, http.RequestAborted) is not { } bytes)
        {
            return visit.NotFound();
        }

        db.Add(Access.Fetch(found, dossier.Reader.Id, visit.Act));
        await db.SaveChangesAsync();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(bytes, "application/pdf", found.FileName);
    }

    private static async Task<IReadOnlyList<string>> TextOf(ApplicationDocument document, Application application, Vault vault, CancellationToken stop) =>
        await vault.Get(document.Text, stop) is { } text && Encoding.UTF8.GetString(text) is { } words && !string.IsNullOrWhiteSpace(words)
            ? Masking.Mask(words, application.Name, application.Email).Split('\f') : [];

    private Dossier Dossier => Model.Dossier;

    private Application Application => Dossier.Application;

    private Vacancy Vacancy => Dossier.Vacancy;

    private string Masked(string words) => Dossier.IsAnonymous ? Masking.Mask(words, Application.Name, Application.Email) : words;

    private string At(string path) => Href.To(Dossier.Path + path);

    private string NameOf(Guid? person) => Model.People.NameOf(person) ?? T("nobody");

    /// <summary>The criteria that the candidate says they meet.</summary>
    private IEnumerable<Criterion> Declared => Vacancy.Criteria.Where(c => Application.Declared.Contains(c.Code)).OrderBy(c => c.Place);
}
