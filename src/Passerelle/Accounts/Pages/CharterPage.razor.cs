using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>The charter in force: to read for everybody, to accept for who is signed in and has not.</summary>
public sealed partial class CharterPage
{
    public sealed record View(Form Form, CharterCard Charter, bool Asks, string Return);

    internal static async Task<IResult> Get(Visit visit, Charter charter) =>
        await charter.Current() is not { } current ? visit.NotFound()
        : Show(new(Form.Of(), current, await Asks(visit, charter), OneTimeLink.SafePath(visit.Query("return"))));

    internal static async Task<IResult> Post(Visit visit, Charter charter, PlatformDb db, HttpContext http)
    {
        if (visit.Who is not { } who || await charter.Current() is not { } current)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (!form.Ticked("accept"))
        {
            form.Fail("accept", Texts.T("charter.must"));
        }
        else if (form["number"] != current.Number.ToString())
        {
            form.Fail("accept", Texts.T("charter.newer"));
        }

        if (!form.Ok)
        {
            return Show(new(form, current, await Asks(visit, charter), OneTimeLink.SafePath(form["return"])), form);
        }

        try
        {
            await charter.Accept(who.Id);
            await db.SaveChangesAsync();
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateException e) when (db.IsDuplicate(e))
        {
            // Sent twice: accepted once.
        }

        return visit.Done(OneTimeLink.SafePath(form["return"]), Texts.T("charter.accepted"));
    }

    private static async Task<bool> Asks(Visit visit, Charter charter) => visit.Who is { } who && !await charter.HasAccepted(who.Id);
}
