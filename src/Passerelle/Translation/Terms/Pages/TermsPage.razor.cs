using System.Globalization;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>All terms, for everybody with an account.</summary>
public sealed partial class TermsPage
{
    private const int PerPage = 50;

    public sealed record View(TermsAsked Asked, IReadOnlyList<Term> Rows, int Count, int Page)
    {
        public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);
    }

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, HttpContext http)
    {
        if (!visit.SignedIn)
        {
            return visit.Refuse();
        }

        var asked = new TermsAsked(visit.Query("q"), visit.Query<TermStatus>("status"), visit.Query<TermState>("state"));
        var (rows, count) = await db.Find(asked, (visit.PageNumber - 1) * PerPage, PerPage, http.RequestAborted);
        return Show(new(asked, rows, count, visit.PageNumber));
    }

    private bool Filtered => Model.Asked != new TermsAsked(null, null, null);

    private string Address(int page)
    {
        (string Key, string? Value)[] parts =
        [
            ("q", Model.Asked.Words), ("status", Model.Asked.Status?.ToString()), ("state", Model.Asked.State?.ToString()), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));
        return Href.To("/desk/terms") + (query.Length == 0 ? "" : "?" + query);
    }
}
