using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Undoes a merger: two entries again, as they were; what was added since stays with the one that went on.</summary>
public sealed partial class UndoPage
{
    public sealed record View(Form Form, Stakeholder Entry, StakeholderMerge Merge, string Name);

    internal static async Task<IResult> Get(Guid id, Guid merge, Visit visit, PlatformDb db, Reach reach, RoleBook book)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        return instead ?? (opened.Entry.Merges.Find(m => m.Id == merge) is not { } done ? visit.NotFound()
            : done.UndoneAt is not null ? visit.Go(opened.Path)
            : Show(new(Form.VersionOf(opened.Entry), opened.Entry, done, await NameOf(done, db))));
    }

    internal static async Task<IResult> Post(Guid id, Guid merge, Visit visit, PlatformDb db, Reach reach, RoleBook book, HttpContext http)
    {
        var (opened, instead) = await visit.OpenStakeholder(db, reach, book, id, o => o.Writes);
        if (instead is not null || opened.Entry.Merges.Find(m => m.Id == merge) is not { } done)
        {
            return instead ?? visit.NotFound();
        }

        var (form, entry, name) = (await Form.Read(http.Request), opened.Entry, await NameOf(done, db));
        db.ChangeTracker.Clear();
        return await form.SaveAlone(db, async () => Form.VersionOf(entry = (await db.Stakeholder(id))!), async () =>
            {
                (entry, var other) = ((await db.Stakeholder(id))!, (await db.Stakeholder(done.FromId))!);
                entry.MustBe(form.Version);
                entry.Part(other, merge, await db.Set<Stakeholder>().Where(s => s.OrganisationId == id).ToListAsync(), visit.Act);
            })
            ? visit.Done(opened.Path, T("undo.done", name), name, Href.To($"/desk/stakeholders/{done.FromId}"))
            : Show(new(form, entry, done, name), form);
    }

    private static Task<string> NameOf(StakeholderMerge merge, PlatformDb db) => db.Set<Stakeholder>().Where(s => s.Id == merge.FromId).Select(s => s.Name).FirstAsync();
}
