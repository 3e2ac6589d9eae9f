using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Notes how an actor sees an idea. Two at once are no conflict: both stand.</summary>
public sealed partial class IdeaViewPage
{
    public sealed record View(Form Form, Idea Idea);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db) =>
        await visit.OpenIdea(db, slug) is var (idea, instead) && instead is not null ? instead
        : !idea.IsOpen ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.Of(("on", visit.Today.Iso())), idea));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (actor, on, words) = (form.Line("actor", Idea.ActorLimit), form.Date("on"), form.Localized("words", max: Idea.ViewLimit));
        var once = form.Once;
        return await db.Again(async () =>
        {
            var (idea, instead) = await visit.OpenIdea(db, slug);
            if (instead is not null)
            {
                return instead;
            }

            // The number of a form that was sent about another idea says nothing here.
            var id = await db.Set<IdeaView>().AnyAsync(v => v.Id == once && v.IdeaId != idea.Id) ? Guid.CreateVersion7() : once;
            if (!form.Try(() => idea.AddView(id, actor, on!.Value, words, visit.Act)))
            {
                return Show(new(form, idea), form);
            }

            await db.SaveChangesAsync();
            return visit.Done($"/desk/ideas/{slug}", T("view.done"));
        });
    }
}
