using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>
/// Staff reach what others wrote, so that outside the demonstration they set up the second factor before they work:
/// what is public and their own account stay open, all else leads to the page that sets it up.
/// </summary>
internal static class SecondGate
{
    public static bool Applies(Visit visit, bool hasSecond) => !visit.Demo && !hasSecond && visit.Is([.. Role.Staff]);

    /// <summary>The answer in place of the page's own; null when the page may answer.</summary>
    public static IResult? Ask(HttpContext http, Visit visit) =>
        !CharterGate.Concerns(http.GetEndpoint(), visit) ? null
        : HttpMethods.IsGet(http.Request.Method) ? visit.Go("/me/security", new FrameBanner("attention", Texts.T("second.must"), Texts.T("second.ask.act"), Href.To("/me/security") + "#second"))
        : ErrorPage.Answer(StatusCodes.Status403Forbidden, Texts.T("second.must"));
}
