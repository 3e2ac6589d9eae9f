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
public sealed class Post : Root
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
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public List<Comment> Comments { get; private set; } = [];
    public List<PostFile> Files { get; private set; } = [];

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

    public void Edit(Audience audience, LocalizedText title, LocalizedText body, Act act)
    {
        MustStand();
        (Audience, Title, Body) = (audience, title, body);
        Record(act, "post.edited", isPublic: audience == Audience.Public, data: [("group", GroupId.ToString())]);
    }

    public void Withdraw(Act act)
    {
        MustStand();
        WithdrawnAt = act.At;
        Record(act, "post.withdrawn", data: [("group", GroupId.ToString())]);
    }

    public void Comment(Guid id, string text, string language, Act act)
    {
        MustStand();
        Comments.Add(new() { Id = id, PostId = Id, AuthorId = act.Person!.Value, At = act.At, Text = text, Language = language });
        Record(act, "post.commented", data: [("group", GroupId.ToString()), ("comment", id.ToString())]);
    }

    /// <summary>An author takes back an own comment; a coordinator any.</summary>
    public void Remove(Comment comment, Act act)
    {
        comment.RemovedAt = act.At;
        Record(act, "post.comment-removed", person: comment.AuthorId, data: [("group", GroupId.ToString()), ("comment", comment.Id.ToString())]);
    }

    private void MustStand()
    {
        if (WithdrawnAt is not null)
        {
            throw new RuleBroken(T("rule.post.withdrawn"));
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
}

public sealed class PostFile
{
    public required Guid PostId { get; init; }
    public required Guid FileId { get; init; }
}
