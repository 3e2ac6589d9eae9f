using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Pages;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Contract;

/// <summary>Marks an address that stays open to who has not accepted the charter in force.</summary>
public sealed record WithoutCharterPage;

public static class WithoutCharterSetup
{
    /// <summary>For what needs no yes: reading what is public, one's own account and data, a form that asks for the charter itself.</summary>
    public static TBuilder WithoutCharter<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new WithoutCharterPage());
}

/// <summary>
/// Leads who has not accepted the charter in force to it before they act. Pages that everybody reads only say so. What
/// was sent meanwhile is not lost: the answer is the charter, with every field in it, and goes on where it was sent.
/// </summary>
internal static class CharterGate
{
    public const string Accept = "charter.accept";
    public const string Number = "charter.number";

    /// <summary>The answer in place of the page's own; null when the page may answer.</summary>
    public static async Task<IResult?> Ask(HttpContext http, Visit visit, PlatformDb db, CharterCard charter)
    {
        var reads = HttpMethods.IsGet(http.Request.Method);
        if (!Concerns(http.GetEndpoint(), visit))
        {
            if (reads && visit.Path != "/charter")
            {
                visit.Banner ??= new("attention", Texts.T("charter.banner"), Texts.T("charter.read"), Href.To(Way(http, visit)));
            }

            return null;
        }

        if (reads)
        {
            return visit.Go(Way(http, visit));
        }

        if (!http.Request.HasFormContentType)
        {
            return ErrorPage.Answer(StatusCodes.Status403Forbidden, Texts.T("charter.must"));
        }

        var form = await Form.Read(http.Request);
        if (!form.Ticked(Accept) || form[Number] != charter.Number.ToString())
        {
            return CharterPage.Before(await http.Request.ReadFormAsync(), http.Request.Path + http.Request.QueryString, charter);
        }

        await Note(visit, db, charter);
        return null;
    }

    /// <summary>Writes that the visitor accepts the version; sent twice it is accepted once.</summary>
    public static async Task Note(Visit visit, PlatformDb db, CharterCard charter)
    {
        try
        {
            db.Add(new CharterAcceptance(visit.Who!.Id, charter.Number, visit.Now));
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
        }
    }

    private static string Way(HttpContext http, Visit visit) => "/charter?return=" + Uri.EscapeDataString(visit.Path + http.Request.QueryString);

    /// <summary>Pages under a language, but for those that everybody reads and those that say that they need no charter.</summary>
    public static bool Concerns(Endpoint? endpoint, Visit visit) =>
        endpoint is RouteEndpoint page && page.RoutePattern.RawText?.StartsWith("/{language", StringComparison.Ordinal) == true
        && endpoint.Metadata.GetMetadata<CachedPage>() is null && endpoint.Metadata.GetMetadata<WithoutCharterPage>() is null
        && !visit.Path.StartsWith("/demo/", StringComparison.Ordinal);
}
