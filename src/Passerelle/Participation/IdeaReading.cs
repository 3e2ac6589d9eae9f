using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Participation.Pages;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Projects.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Participation;

/// <summary>What the pages of one idea show around it; groups, projects and programme come from memory.</summary>
public sealed class IdeaReading(PlatformDb db, People people, GroupList groups, ProjectList projects, Programmes programmes, Communes communes)
{
    public async Task<IdeaPage.View> Of(Idea idea, Visit visit)
    {
        var stop = visit.Http.RequestAborted;
        var supports = await db.Supports(idea.Id, stop);
        var supported = visit.Who is { } who && await db.Set<IdeaSupport>().AnyAsync(s => s.IdeaId == idea.Id && s.PersonId == who.Id, stop);
        var into = idea.MergedInto is { } other ? await db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == other, stop) : null;
        into = into is not null && visit.MayRead(into) ? into : null;
        var group = idea.GroupId is { } id ? (await groups.All(stop)).GetValueOrDefault(id) : null;
        var project = idea.ProjectId is { } made ? (await projects.All(stop)).FirstOrDefault(p => p.Id == made) : null;
        var named = idea.Authors.Concat(idea.Views.Select(v => v.RecordedBy).OfType<Guid>()).Append(idea.DecidedBy ?? idea.AuthorId);
        return new(idea, supports, supported, into, group, project, await programmes.Current(stop), (await communes.On(visit.Today, stop)).Sides, await people.Cards(named, stop));
    }
}
