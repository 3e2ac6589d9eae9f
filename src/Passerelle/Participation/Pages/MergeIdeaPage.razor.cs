using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
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
        await visit.OpenToEnd(db, slug) is var (idea, instead) && instead is not null ? instead
        : !idea.IsOpen ? visit.Go($"/desk/ideas/{slug}")
        : Show(new(Form.VersionOf(idea), idea, await Others(idea, db, resemblances)));

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, Resemblances resemblances, HttpContext http)
    {
        var (idea, instead) = await visit.OpenToEnd(db, slug);
        if (instead is not null)
        {
            return instead;
        }

        var form = await Form.Read(http.Request);
        var (chosen, version) = (form.Id("into"), form.Version);
        Idea? into = null;
        if (await form.SaveAlone(db, async () => Form.VersionOf(idea = (await db.Idea(slug))!), async () =>
            {
                into = await db.Set<Idea>().FirstOrDefaultAsync(i => i.Id == chosen) ?? throw new RuleBroken(T("rule.idea.into"), "into");
                idea.MustBe(form.Version);
                idea.MergeInto(into, visit.Act);
                IdeaSupport.Follow(await db.Set<IdeaSupport>().Where(s => s.IdeaId == idea.Id || s.IdeaId == into.Id).ToListAsync(), idea, into, visit.Act);
            })
            || await visit.SentTwice(db, slug, version, "idea.merged", now => now.MergedInto == chosen))
        {
            return visit.Done($"/desk/ideas/{into?.Slug ?? await db.IdeaSlug(chosen!.Value)}", T("merge.done"));
        }

        return Show(new(form, (await db.Idea(slug))!, await Others(idea, db, resemblances)), form);
    }

    /// <summary>The open ideas: those that resemble this one, the nearest first, then the newest.</summary>
    private static async Task<IReadOnlyList<Other>> Others(Idea idea, PlatformDb db, Resemblances resemblances)
    {
        List<Guid> near = [.. (await resemblances.Of(new(idea.Title, idea.Need, idea.Evidence, idea.Beneficiaries), Most)).Select(n => n.Id)];
        var open = db.Set<Idea>().AsNoTracking().Where(Idea.Shown).Where(i => i.Id != idea.Id && Idea.OpenStates.Contains(i.State));
        var alike = await open.Where(i => EF.Parameter(near).Contains(i.Id)).ToListAsync();
        var newest = await open.OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(Most).ToListAsync();
        return [.. alike.OrderBy(i => near.IndexOf(i.Id)).Concat(newest).DistinctBy(i => i.Id).Take(Most).Select(i => new Other(i.Id, i.Title))];
    }
}
