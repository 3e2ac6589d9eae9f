using Passerelle.Platform.Data;

namespace Passerelle.Participation;

/// <summary>What can be followed, the narrowest first: news that come by several ways are told under the first.</summary>
public enum FollowKind
{
    Project,
    Group,
    Theme,
    Commune,
}

/// <summary>
/// Whoever follows something: a person with an account, or a mail address that was proven. The two know nothing of each
/// other; what belongs to one address is brought together when it is read (<see cref="FollowBook"/>).
/// </summary>
public sealed class Follower : Root
{
    public const int EmailLimit = 254;

    private Follower()
    {
    }

    public Guid? PersonId { get; private set; }

    /// <summary>Of who follows without an account.</summary>
    public string? Email { get; private set; }

    /// <summary>The address as it is compared.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>The language of the mails of who has no account: one of the interface.</summary>
    public string? Language { get; private set; }

    /// <summary>The last event that was looked at for them.</summary>
    public long Cursor { get; private set; }

    /// <summary>The day of the last digest.</summary>
    public DateOnly? LastDigest { get; private set; }

    public List<Following> Followings { get; private set; } = [];

    protected override string Kind => "follow";

    /// <param name="person">Who follows with the account.</param>
    /// <param name="cursor">The last event before: news begin after it.</param>
    public static Follower Of(Guid person, long cursor) => new() { PersonId = person, Cursor = cursor };

    public static Follower ByMail(string email, string key, string language, long cursor) => new() { Email = email, EmailKey = key, Language = language, Cursor = cursor };

    public bool Follows(FollowKind kind, string key) => Followings.Exists(f => f.Kind == kind && f.Key == key);

    /// <summary>False when it was followed already.</summary>
    public bool Follow(FollowKind kind, string key, Act act)
    {
        if (Follows(kind, key))
        {
            return false;
        }

        Followings.Add(new() { FollowerId = Id, Kind = kind, Key = key, Since = act.At });
        Record(act, "follow.begun", person: PersonId, data: [("kind", kind.ToString()), ("key", key)]);
        return true;
    }

    /// <summary>False when nothing of it was followed any more.</summary>
    public bool Leave(Predicate<Following> what, Act act)
    {
        var left = Followings.FindAll(what);
        foreach (var one in left)
        {
            Followings.Remove(one);
            Record(act, "follow.ended", person: PersonId, data: [("kind", one.Kind.ToString()), ("key", one.Key)]);
        }

        return left.Count > 0;
    }

    /// <summary>A group was merged into another one: who followed it follows that one.</summary>
    public void Move(FollowKind kind, string from, string to, Act act)
    {
        if (Followings.Find(f => f.Kind == kind && f.Key == from) is not { } one)
        {
            return;
        }

        Followings.Remove(one);
        if (!Follows(kind, to))
        {
            Followings.Add(new() { FollowerId = Id, Kind = kind, Key = to, Since = one.Since });
        }

        Record(act, "follow.moved", person: PersonId, data: [("kind", kind.ToString()), ("from", from), ("to", to)]);
    }

    /// <summary>The language chosen last holds for all mails.</summary>
    public void Read(string language) => Language = language;
}

/// <summary>One thing that somebody follows.</summary>
public sealed class Following
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FollowerId { get; init; }
    public required FollowKind Kind { get; init; }

    /// <summary>The id of a group or project, the code of a theme or commune.</summary>
    public required string Key { get; init; }
    public required DateTimeOffset Since { get; init; }
}
