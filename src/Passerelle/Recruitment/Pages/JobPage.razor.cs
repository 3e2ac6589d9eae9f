using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The posting: what the post is, what is asked, how one applies and until when.</summary>
public sealed partial class JobPage
{
    private static readonly string[] Long = ["context", "work"];
    private static readonly string[] Short = ["starting", "workingTime", "workplace", "seat"];
    private static readonly JsonSerializerOptions ForScript = new() { Encoder = JavaScriptEncoder.Default };

    public sealed record View(Vacancy Vacancy, PlatformOptions Options);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        if (await Find(slug, visit, db, http.RequestAborted) is not { } vacancy)
        {
            return visit.NotFound();
        }

        http.ShowUntil([vacancy.ClosesAt], visit.Now);
        return Show(new(vacancy, visit.Options));
    }

    internal static async Task<IResult> Pdf(string slug, Visit visit, PlatformDb db, PdfPrinter printer, HttpContext http) =>
        await Find(slug, visit, db, http.RequestAborted) is { } vacancy
            ? await printer.Answer<JobPage>(new() { [nameof(Model)] = new View(vacancy, visit.Options) }, $"{slug}-{Language.Interface}.pdf", http.RequestAborted)
            : visit.NotFound();

    private static async Task<Vacancy?> Find(string slug, Visit visit, PlatformDb db, CancellationToken stop) =>
        await db.Vacancy(slug, stop) is { } vacancy && (vacancy.State != VacancyState.Draft || visit.MaySelect(vacancy)) ? vacancy : null;

    internal static string RuleName(string rule) => rule.StartsWith("text.", StringComparison.Ordinal) ? T(rule) : T("changed." + rule);

    private Vacancy Vacancy => Model.Vacancy;

    private VacancyRules Rules => Vacancy.Rules;

    private bool IsOpen => Vacancy.Takes(Visit.Now);

    private string Title => Vacancy.Title.Read(Language.Content, TextState.Approved).Value;

    private static IEnumerable<VacancyText> LongTexts => Named(Long);

    private static IEnumerable<VacancyText> ShortTexts => Named(Short);

    private static IEnumerable<VacancyText> Profile => Named([.. Enum.GetNames<Competence>().Select(n => n.ToLowerInvariant())]);

    private static IEnumerable<VacancyText> Named(string[] names) => Vacancy.AllTexts.Where(t => names.Contains(t.Name));

    /// <summary>The posting as search engines read it (schema.org JobPosting); only while one can apply.</summary>
    private string Posting => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org/",
        ["@type"] = "JobPosting",
        ["title"] = Title,
        ["description"] = string.Concat(LongTexts.Concat(Profile).Select(t => $"<h2>{HtmlEncoder.Default.Encode(t.Label)}</h2>{Markdown.ToHtml(t.Of(Vacancy).Read(Language.Content, TextState.Approved).Value)}")),
        ["identifier"] = new Dictionary<string, object?> { ["@type"] = "PropertyValue", ["name"] = Model.Options.GroupingName.Read(Language.Content).Value, ["value"] = Vacancy.Slug },
        ["datePosted"] = TimeZoneInfo.ConvertTime(Vacancy.PublishedAt!.Value, TimeZoneInfo.FindSystemTimeZoneById(Rules.Zone)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["validThrough"] = Deadline.Of(Rules).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ["inLanguage"] = Language.Content,
        ["directApply"] = Rules.ByPortal,
        ["url"] = Model.Options.PublicUrl + Href.To("/jobs/" + Vacancy.Slug),
        ["hiringOrganization"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = Model.Options.GroupingName.Read(Language.Content).Value, ["sameAs"] = Model.Options.PublicUrl },
        ["jobLocation"] = new Dictionary<string, object?> { ["@type"] = "Place", ["address"] = Vacancy.Workplace.Read(Language.Content, TextState.Approved).Value },
    }, ForScript);
}
