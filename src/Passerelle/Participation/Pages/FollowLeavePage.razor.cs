using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>
/// Leaves one thing, or everything, by the link of a mail, without signing in. The button leaves; so does a mail program
/// that posts here by itself.
/// </summary>
public sealed partial class FollowLeavePage
{
    /// <param name="Does">«asks», «left», or «nothing» is followed any more.</param>
    /// <param name="Things">What it is about.</param>
    /// <param name="All">Whether it is about everything.</param>
    /// <param name="LeaveAll">How to leave the rest as well.</param>
    public sealed record View(string Does, IReadOnlyList<FollowedThing> Things, bool All, string? LeaveAll = null);

    internal static async Task<IResult> Get(string token, FollowThings things, FollowLinks links, FollowBook book)
    {
        var map = await things.Map();
        if (links.Read(token) is not { } leaving)
        {
            return Nothing();
        }

        var (there, more) = await Followed(leaving, map, book);
        return there.Count == 0 ? Nothing() : Show(new("asks", Things(there, map), leaving.Kind is null, more ? links.Leave(leaving.Whose) : null));
    }

    internal static async Task<IResult> Post(string token, Visit visit, FollowThings things, FollowLinks links, FollowBook book)
    {
        var map = await things.Map();
        if (links.Read(token) is not { } leaving)
        {
            return Nothing();
        }

        var (there, more) = await Followed(leaving, map, book);
        // Twice is once: who pressed the button before reads that nothing is followed, and a mail program is content.
        var left = await book.Leave(leaving.Whose, f => IsMeant(leaving, f, map), visit.Act);
        return Show(new(left ? "left" : "nothing", Things(there, map), leaving.Kind is null, left && more ? links.Leave(leaving.Whose) : null));
    }

    /// <summary>What the link is about of what is still followed, and whether more is followed than that.</summary>
    private static async Task<(IReadOnlyList<Following> There, bool More)> Followed(Leaving leaving, FollowMap map, FollowBook book)
    {
        var all = (await book.Of(leaving.Whose)).SelectMany(r => r.Followings).ToList();
        var there = all.FindAll(f => IsMeant(leaving, f, map));
        return (there, there.Count < all.Count);
    }

    /// <summary>The group of an old mail may go on in another one.</summary>
    private static bool IsMeant(Leaving leaving, Following one, FollowMap map) =>
        leaving.Kind is not { } kind || (one.Kind == kind && map.KeyOf(kind, one.Key) == map.KeyOf(kind, leaving.Key!));

    private static IReadOnlyList<FollowedThing> Things(IReadOnlyList<Following> followings, FollowMap map) =>
        [.. followings.Select(f => map.Find(f.Kind, f.Key)).OfType<FollowedThing>().DistinctBy(t => (t.Kind, t.Key))];

    private static IResult Nothing() => Show(new("nothing", [], false), StatusCodes.Status410Gone);

    private string Title => T(Model.Does == "asks" ? Model.All ? "follow.leave.all" : "follow.stop" : $"follow.{Model.Does}.title");
}
