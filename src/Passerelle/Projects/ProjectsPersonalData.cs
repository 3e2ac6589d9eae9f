using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// What a person does, or did, in projects: what they answer for, present, brought and decided. It is kept with the acts
/// that rest on it when the account is erased, without the name. Their tasks are told by the tasks.
/// </summary>
internal sealed class ProjectsPersonalData(PlatformDb db) : IPersonalData
{
    public string Name => "projects";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var projects = await db.Set<Project>().AsNoTracking().Select(p => new { p.Id, p.Slug, p.Owner }).ToDictionaryAsync(p => p.Id, stop);
        var owned = projects.Values.Where(p => p.Owner == person).Select(p => p.Slug).Order(StringComparer.Ordinal).ToList();
        var stages = await db.Set<Stage>().AsNoTracking().Where(s => s.Owner == person || s.GateKeeper == person).OrderBy(s => s.Start).ThenBy(s => s.Id)
            .Select(s => new { s.ProjectId, s.Title, s.Start, s.Due, s.State, Owner = s.Owner == person, Gate = s.GateKeeper == person }).ToListAsync(stop);
        var proofs = await db.Set<Proof>().AsNoTracking().Where(p => p.OfferedBy == person || p.AcceptedBy == person).OrderBy(p => p.OfferedAt).ThenBy(p => p.Id)
            .Select(p => new { p.ProjectId, p.Title, p.On, Offered = p.OfferedBy == person, Accepted = p.AcceptedBy == person }).ToListAsync(stop);
        var signed = await db.Set<SignOff>().AsNoTracking().Where(s => s.PersonId == person).OrderBy(s => s.At).Select(s => new { s.ProjectId, s.College, s.At }).ToListAsync(stop);
        var links = await db.Set<Link>().AsNoTracking().Where(l => l.ProposedBy == person || l.DecidedBy == person).OrderBy(l => l.ProposedAt).ThenBy(l => l.Id).ToListAsync(stop);
        var presented = await Presented(person, stop);
        return owned.Count + stages.Count + proofs.Count + signed.Count + links.Count + presented.Count == 0 ? null : new
        {
            owned,
            stages = stages.Select(s => new { project = projects[s.ProjectId].Slug, title = s.Title.SourceValue, s.Start, s.Due, state = s.State.ToString(), s.Owner, gateKeeper = s.Gate }),
            proofs = proofs.Select(p => new { project = projects[p.ProjectId].Slug, title = p.Title.SourceValue, p.On, p.Offered, p.Accepted }),
            signed = signed.Select(s => new { project = projects[s.ProjectId].Slug, college = s.College.ToString(), s.At }),
            // Whom a link was proposed to, or by whom, is another person's data: which part one had in it is one's own.
            links = links.Select(l => new { kind = l.Type.ToString(), from = l.From.ToString(), to = l.To.ToString(), state = l.State.ToString(), proposedAt = l.ProposedBy == person ? l.ProposedAt : (DateTimeOffset?)null, decidedAt = l.DecidedBy == person ? l.DecidedAt : null }),
            presentations = presented.Select(p => new
            {
                p.Id,
                project = p.ProjectId is { } project ? projects[project].Slug : null,
                p.At,
                state = p.State.ToString(),
                presents = p.Presenters.Exists(x => x.PersonId == person),
                delegatedToYouOn = p.Presenters.Find(x => x.PersonId == person)?.DelegatedOn,
                delegatedByYouOn = p.Presenters.Where(x => x.DelegatedBy == person).Select(x => x.DelegatedOn),
                slides = p.Slides.Where(s => s.UploadedBy == person).Select(s => new { s.Language, s.Number, s.UploadedAt }),
                questions = p.Questions.Where(q => q.Owner == person).Select(q => new { q.Language, q.Words, q.Due }),
            }),
        };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop) =>
        await Of(person, stop) is null ? [] : [T("personal.kept")];

    private Task<List<Presentation>> Presented(Guid person, CancellationToken stop) =>
        db.Set<Presentation>().AsNoTracking().Whole().OrderBy(p => p.At).ThenBy(p => p.Id)
            .Where(p => p.Presenters.Any(x => x.PersonId == person || x.DelegatedBy == person) || p.Slides.Any(s => s.UploadedBy == person) || p.Questions.Any(q => q.Owner == person)).ToListAsync(stop);
}
