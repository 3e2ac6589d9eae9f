using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public enum Audience
{
    Public,
    Members,
}

/// <summary>News of a group, for everybody or for its members.</summary>
public sealed class Post : Root, IHasReaders
{
    public const int CommentLimit = 2000;

    private Post()
    {
    }

    public Guid GroupId { get; private set; }
    public Guid AuthorId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Audience Audience { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty();
    public LocalizedText Body { get; private set; } = LocalizedText.Empty();
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Set while a moderator's decision keeps it from readers.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }

    /// <summary>Counts the changes of the text alone: a comment meanwhile is no reason to refuse an edit.</summary>
    public int Edition { get; private set; } = 1;
    public List<Comment> Comments { get; private set; } = [];
    public List<PostFile> Files { get; private set; } = [];

    public Readers Readers => Audience == Audience.Public && HiddenAt is null && WithdrawnAt is null ? Readers.Everyone : Readers.Inside;

    public Guid? PartOf => GroupId;

    protected override string Kind => "post";

    public static Post Publish(Guid id, Guid group, Audience audience, LocalizedText title, LocalizedText body, IEnumerable<Guid> files, Act act)
    {
        var post = new Post
        {
            Id = id,
            GroupId = group,
            AuthorId = act.Person ?? throw new ArgumentException("A post has an author", nameof(act)),
            At = act.At,
            Audience = audience,
            Title = title,
            Body = body,
            Files = [.. files.Select(f => new PostFile { PostId = id, FileId = f })],
        };
        post.Record(act, "post.published", isPublic: audience == Audience.Public, data: [("group", group.ToString())]);
        return post;
    }

    /// <summary>The files are those that it has from now on; <see cref="PostFile"/> rows that are dropped the caller removes.</summary>
    public void Edit(int edition, Audience audience, LocalizedText title, LocalizedText body, IReadOnlyList<Guid> files, Act act)
    {
        MustStand();
        MustBeEdition(edition);
        (Audience, Title, Body, EditedAt) = (audience, title, body, act.At);
        Files.AddRange(files.Where(f => !Files.Exists(k => k.FileId == f)).Select(f => new PostFile { PostId = Id, FileId = f }));
        Edition++;
        Record(act, "post.edited", isPublic: audience == Audience.Public, data: [("group", GroupId.ToString())]);
    }

    public void Withdraw(Act act)
    {
        MustStand();
        WithdrawnAt = act.At;
        Record(act, "post.withdrawn", data: [("group", GroupId.ToString())]);
    }

    /// <param name="id">Its id.</param>
    /// <param name="text">The words.</param>
    /// <param name="language">Their language.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="held">A moderator reads it before others do.</param>
    public void Comment(Guid id, string text, string language, Act act, bool held = false)
    {
        MustStand();
        if (Comments.Exists(c => c.Id == id))
        {
            return;
        }

        Comments.Add(new() { Id = id, PostId = Id, AuthorId = act.Person!.Value, At = act.At, Text = text, Language = language, HiddenAt = held ? act.At : null });
        Record(act, held ? "post.comment-held" : "post.commented", data: [("group", GroupId.ToString()), ("comment", id.ToString())]);
    }

    /// <summary>A moderator keeps it from readers; who decides, and why, stands in the case.</summary>
    public void Hide(Act act)
    {
        if (HiddenAt is null)
        {
            HiddenAt = act.At;
            Record(act, "post.hidden", person: AuthorId, data: [("group", GroupId.ToString())]);
        }
    }

    public void ShowAgain(Act act)
    {
        if (HiddenAt is not null)
        {
            HiddenAt = null;
            Record(act, "post.shown-again", person: AuthorId, data: [("group", GroupId.ToString())]);
        }
    }

    /// <summary>The same for one comment.</summary>
    public void Hide(Comment comment, Act act)
    {
        if (comment.HiddenAt is null || comment.IsHeld)
        {
            comment.HiddenAt = act.At;
            Record(act, "post.comment-hidden", person: comment.AuthorId, data: [("group", GroupId.ToString()), ("comment", comment.Id.ToString())]);
        }
    }

    public void ShowAgain(Comment comment, Act act)
    {
        if (comment.HiddenAt is not null)
        {
            comment.HiddenAt = null;
            Record(act, "post.comment-shown-again", person: comment.AuthorId, data: [("group", GroupId.ToString()), ("comment", comment.Id.ToString())]);
        }
    }

    /// <summary>An author takes back an own comment; those of others are for the moderator.</summary>
    public void Remove(Comment comment, Act act)
    {
        if (comment.RemovedAt is not null)
        {
            return;
        }

        comment.RemovedAt = act.At;
        Record(act, "post.comment-removed", person: comment.AuthorId, data: [("group", GroupId.ToString()), ("comment", comment.Id.ToString())]);
    }

    private void MustBeEdition(int edition)
    {
        if (edition != Edition)
        {
            throw new Conflict();
        }
    }

    private void MustStand()
    {
        if (WithdrawnAt is not null || HiddenAt is not null)
        {
            throw new RuleBroken(T(HiddenAt is null ? "rule.post.withdrawn" : "rule.post.hidden"));
        }
    }
}

public sealed class Comment
{
    public required Guid Id { get; init; }
    public required Guid PostId { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }

    /// <summary>A comment stays in the one language it was written in.</summary>
    public required string Language { get; init; }
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Set while a moderator's decision keeps it from readers, or while it waits for one.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>Waits for a moderator since it was written.</summary>
    public bool IsHeld => HiddenAt == At;
}

public sealed class PostFile
{
    public required Guid PostId { get; init; }
    public required Guid FileId { get; init; }
}
