using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Joins an idea to another that says the same: the authors of both are named there, and its supports count there.</summary>
public sealed partial class MergeIdeaPage
{
    private const int Most = 200;

    public sealed record View(Form Form, Idea Idea, IReadOnlyList<Other> Others);

    /// <summary>An idea that another can go on in.</summary>
    public sealed record Other(Guid Id, LocalizedText Title);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, Resemblances resemblances) =>
        await visit.OpenIdea(db, slug) is var (idea, instead) && instead is not null ? instead
        : !idea.IsOpen ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await Others(idea, db, resemblances)));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Resemblances resemblances, HttpContext http)
    {
        var (idea, instead) = await visit.OpenIdea(db, slug);
        if (instead is not null)
        {
            return instead;
        }

        var form = await Form.Read(http.Request);
        var chosen = form.Id("into");
        var into = chosen is { } id ? await db.Set<Idea>().FirstOrDefaultAsync(i => i.Id == id) : null;
        if (chosen is not null && into is null)
        {
            form.Fail("into", T("rule.idea.into"));
        }

        var supports = into is null ? [] : await db.Set<IdeaSupport>().Where(s => s.IdeaId == idea.Id || s.IdeaId == into.Id).ToListAsync();
        return await form.Save(db, async () => Form.VersionOf(idea = (await db.Idea(slug))!), () =>
            {
                idea.MustBe(form.Version);
                idea.MergeInto(into!, visit.Act);
                IdeaSupport.Follow(supports, idea, into!, visit.Act);
            })
            ? visit.Done($"/desk/ideas/{into!.Slug}", T("merge.done"))
            : Show(new(form, (await db.Idea(slug))!, await Others(idea, db, resemblances)), form);
    }

    /// <summary>The open ideas, those that resemble this one first.</summary>
    private static async Task<IReadOnlyList<Other>> Others(Idea idea, PlatformDb db, Resemblances resemblances)
    {
        var near = (await resemblances.Of(new(idea.Title, idea.Need, idea.Evidence, idea.Beneficiaries), Most)).Select((n, place) => (n.Id, place)).ToDictionary(n => n.Id, n => n.place);
        var open = await db.Set<Idea>().AsNoTracking()
            .Where(i => i.Id != idea.Id && i.HiddenAt == null && (i.State == IdeaState.Sent || i.State == IdeaState.Diagnosis || i.State == IdeaState.Consented))
            .OrderByDescending(i => i.At).Take(Most).ToListAsync();
        return [.. open.OrderBy(i => near.GetValueOrDefault(i.Id, Most)).Select(i => new Other(i.Id, i.Title))];
    }
}
