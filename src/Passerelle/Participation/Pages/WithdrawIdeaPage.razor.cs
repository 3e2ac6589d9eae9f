using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Its author takes an idea back, as long as nobody has begun with it.</summary>
public sealed partial class WithdrawIdeaPage
{
    public sealed record View(Form Form, Idea Idea);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) =>
        await Open(slug, visit, db) is var (idea, instead) && instead is not null ? instead : Show(new(Form.Of(), idea));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var (idea, instead) = await Open(slug, visit, db);
        if (instead is not null)
        {
            return instead;
        }

        var form = await Form.Read(http.Request);
        return await form.Save(db, () => Task.FromResult(Form.Of()), () => idea.Withdraw(visit.Act))
            ? visit.Done("/desk/my-ideas", T("idea.withdrawn"))
            : Show(new(form, (await db.Idea(slug))!), form);
    }

    private static async Task<(Idea Idea, IResult? Instead)> Open(string slug, Visit visit, PlatformDb db) =>
        visit.Who is not { } who ? (null!, visit.Refuse())
        : await db.Idea(slug) is not { State: not IdeaState.Withdrawn } idea || !visit.MayRead(idea) ? (null!, visit.NotFound())
        : idea.AuthorId == who.Id ? (idea, null) : (null!, visit.Refuse());
}
