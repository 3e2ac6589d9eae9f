using Passerelle.Accounts.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>
/// Follows a group, project, theme or commune: with one click for who has an account, by a mail to be answered for
/// everybody else. To those the answer is the same whatever is true of the address.
/// </summary>
public sealed partial class FollowThingPage
{
    public sealed record View(Form Form, FollowedThing Thing, bool Follows, string? Email);

    internal static async Task<IResult> Get(string kind, string name, Visit visit, FollowThings things, FollowBook book, People people) =>
        await Find(kind, name, things) is { } thing ? Show(await Drawn(Form.Of(("language", Language.Interface)), thing, visit, book, people)) : visit.NotFound();

    internal static async Task<IResult> Post(string kind, string name, Visit visit, FollowThings things, FollowBook book, FollowAsking asking, People people, Limits limits, HttpContext http)
    {
        if (await Find(kind, name, things) is not { } thing)
        {
            return visit.NotFound();
        }

        if (visit.Who is { } who)
        {
            await book.Follow(who.Id, thing, visit.Act);
            return visit.Done(thing.Path, T("follow.done", thing.Here), T("follows"), Href.To("/me/follows"));
        }

        var form = await Form.Read(http.Request);
        var email = form.MailAddress("email");
        if (!Language.IsInterface(form["language"]))
        {
            form.Fail("language", T("follow.language.choose"));
        }

        if (!form.Ok)
        {
            return Show(await Drawn(form, thing, visit, book, people), form);
        }

        if (!limits.Allows("follow:" + email))
        {
            return ErrorPage.Answer(StatusCodes.Status429TooManyRequests);
        }

        await asking.Ask(email, form["language"], thing);
        return visit.Go("/follow/sent");
    }

    private static async Task<FollowedThing?> Find(string kind, string name, FollowThings things) =>
        Enum.TryParse<FollowKind>(kind, ignoreCase: true, out var found) && Enum.IsDefined(found) && found.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)
            ? (await things.Map()).Named(found, name) : null;

    private static async Task<View> Drawn(Form form, FollowedThing thing, Visit visit, FollowBook book, People people)
    {
        if (visit.Who is not { } who)
        {
            return new(form, thing, false, null);
        }

        var rows = await book.Of(new(who.Id, null));
        return new(form, thing, rows.Exists(r => r.Follows(thing.Kind, thing.Key)), (await people.Cards([who.Id])).GetValueOrDefault(who.Id)?.Email);
    }
}
