using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>What a moderator's case is about: news or a comment of a group, or an idea.</summary>
public sealed class Subjects(PlatformDb db, Writings writings)
{
    /// <summary>As it stands, hidden or taken back as it may be.</summary>
    public async Task<Writing?> Find(ModerationCase one, CancellationToken stop = default) =>
        one.IdeaId is { } idea ? await OfIdea(idea, stop) is { } found ? Of(found) : null
        : await writings.Find(one.PostId!.Value, one.Comment, stop);

    /// <summary>What this reader sees standing there; null when it is not there, or not for them.</summary>
    public Task<Writing?> For(Visit visit, Guid post, Guid? comment) => writings.For(visit, post, comment);

    /// <summary>The same of an idea.</summary>
    public async Task<Writing?> For(Visit visit, Guid idea) => await OfIdea(idea, visit.Http.RequestAborted) is { IsShown: true } found ? Of(found) : null;

    /// <summary>Keeps it from readers, or shows it again, with the caller's save.</summary>
    public async Task Hide(ModerationCase one, bool hidden, Act act, CancellationToken stop = default)
    {
        if (one.IdeaId is not { } id)
        {
            await writings.Hide(one.PostId!.Value, one.Comment, hidden, act, stop);
            return;
        }

        var idea = await db.Set<Idea>().Include(i => i.Views).FirstAsync(i => i.Id == id, stop);
        if (hidden)
        {
            idea.Hide(act);
        }
        else
        {
            idea.ShowAgain(act);
        }
    }

    private Task<Idea?> OfIdea(Guid id, CancellationToken stop) => db.Set<Idea>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop);

    private static Writing Of(Idea idea) => new(idea.Id, null, idea.AuthorId, idea.At, LocalizedText.Worded(() => T("ideas")), idea.Title, idea.Need, $"/ideas/{idea.Slug}");
}
