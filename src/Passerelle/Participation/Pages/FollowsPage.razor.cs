using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>What somebody with an account follows, with it or by its mail address, and the way out of each.</summary>
public sealed partial class FollowsPage
{
    /// <param name="Thing">Null for one that is gone, such as a theme of a past programme.</param>
    public sealed record Row(FollowKind Kind, string Key, FollowedThing? Thing, DateTimeOffset Since);

    public sealed record View(IReadOnlyList<Row> Rows, string LeaveAll);

    internal static async Task<IResult> Get(Visit visit, FollowThings things, FollowLinks links, FollowBook book)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var (map, whose) = (await things.Map(), new FollowSubject(who.Id, null));
        var rows = (await book.Of(whose)).SelectMany(r => r.Followings).GroupBy(f => (f.Kind, f.Key))
            .Select(g => new Row(g.Key.Kind, g.Key.Key, map.Find(g.Key.Kind, g.Key.Key), g.Min(f => f.Since)));
        return Show(new([.. rows.OrderBy(r => r.Kind).ThenBy(r => r.Thing?.Here, StringComparer.CurrentCulture)], links.Leave(whose)));
    }

    internal static async Task<IResult> Leave(Visit visit, FollowThings things, FollowBook book, HttpContext http)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (!Enum.TryParse<FollowKind>(form["kind"], out var kind) || !Enum.IsDefined(kind))
        {
            return visit.Go("/me/follows");
        }

        var key = Platform.Localization.Clean.Line(form["key"]);
        var thing = (await things.Map()).Find(kind, key);
        return await book.Leave(new(who.Id, null), f => f.Kind == kind && f.Key == key, visit.Act)
            ? visit.Done("/me/follows", thing is null ? T("follow.left.gone") : T("follow.left.one", thing.Here), thing is null ? null : T("follow.again"), thing is null ? null : Href.To(thing.FollowPath))
            : visit.Go("/me/follows");
    }
}
