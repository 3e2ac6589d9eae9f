using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.Participation;

/// <summary>Whether what new accounts write first waits for a moderator. One row; without it nothing waits.</summary>
public sealed class HoldBack : Root
{
    public const int MostDays = 365;

    private static readonly Guid One = new("b5b1a3c0-6c0e-4a8e-9b0e-000000000001");

    private HoldBack()
    {
    }

    /// <summary>How many days an account counts as new; 0 while the rule is off.</summary>
    public int Days { get; private set; }

    protected override string Kind => "moderation";

    public static async Task<HoldBack?> Find(PlatformDb db, CancellationToken stop = default) => await db.Set<HoldBack>().FirstOrDefaultAsync(h => h.Id == One, stop);

    public static HoldBack Off() => new() { Id = One };

    public void Set(int days, Act act)
    {
        if (days != Days)
        {
            Days = days;
            Record(act, days == 0 ? "moderation.holdback-off" : "moderation.holdback-on", data: [("days", days.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        }
    }
}

/// <summary>Whose words wait: an account that is new and has nothing yet that others read.</summary>
internal sealed class Newcomers(PlatformDb db, People people, Writings writings, Clock clock) : FirstWords
{
    public override async Task<bool> Wait(Guid person, CancellationToken stop) =>
        await HoldBack.Find(db, stop) is { Days: > 0 } rule
        && await people.RegisteredAt(person, stop) is { } since && since > clock.Now.AddDays(-rule.Days)
        && !await db.Set<Idea>().Where(Idea.Shown).AnyAsync(i => i.AuthorId == person, stop)
        && !await writings.AreRead(person, stop);
}

/// <summary>A comment that waits becomes a case for the moderators.</summary>
internal sealed class WhenCommentsWait(PlatformDb db) : Platform.Events.EventHandling
{
    public override string Name => "participation.held-comments";

    public override IReadOnlyList<string> Names { get; } = ["post.comment-held"];

    public override async Task Handle(Platform.Events.Event happened, CancellationToken stop)
    {
        if (Guid.TryParse(happened["comment"], out var comment) && !await db.Set<ModerationCase>().AnyAsync(c => c.CommentId == comment, stop))
        {
            db.Add(ModerationCase.Hold(ModerationCase.About(happened.SubjectId, comment, happened.ActorId!.Value, new(happened.ActorId, happened.At)), new(happened.ActorId, happened.At)));
            await db.SaveChangesAsync(stop);
        }
    }
}
