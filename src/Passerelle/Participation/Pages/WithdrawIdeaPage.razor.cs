using Microsoft.EntityFrameworkCore;
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
            return await IsGone(slug, visit, db) ? Gone(visit) : instead; // sent twice
        }

        var form = await Form.Read(http.Request);
        return await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                idea.Withdraw(visit.Act);
                (await db.Set<ModerationCase>().FirstOrDefaultAsync(c => c.IdeaId == idea.Id))?.Drop(visit.Act);
            })
            || (form.Conflicted && await IsGone(slug, visit, db)) // sent twice at once
            ? Gone(visit)
            : Show(new(form, (await db.Idea(slug))!), form);
    }

    private static IResult Gone(Visit visit) => visit.Done("/desk/my-ideas", T("idea.withdrawn"));

    private static async Task<bool> IsGone(string slug, Visit visit, PlatformDb db) =>
        visit.Who is { } who && await db.Set<Idea>().AnyAsync(i => i.Slug == slug && i.AuthorId == who.Id && i.State == IdeaState.Withdrawn);

    private static async Task<(Idea Idea, IResult? Instead)> Open(string slug, Visit visit, PlatformDb db) =>
        visit.Who is not { } who ? (null!, visit.Refuse())
        : await db.Idea(slug) is not { State: not IdeaState.Withdrawn } idea || !visit.MayRead(idea) ? (null!, visit.NotFound())
        : idea.AuthorId == who.Id ? (idea, null) : (null!, visit.Refuse());
}
