using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Projects.Contract;

/// <summary>
/// What else somebody can be asked for a small thing on, such as a citizen's idea. The capability that keeps it derives
/// from this and registers itself.
/// </summary>
public abstract class TaskSubjects
{
    /// <summary>Null when the address is of something else, or this reader sees no such thing.</summary>
    /// <param name="about">Its page in the workspace, without language.</param>
    /// <param name="visit">Who asks.</param>
    public abstract Task<TaskSubject?> Find(string about, Visit visit);
}

/// <param name="Name">What it is about.</param>
/// <param name="Desk">Its page in the workspace, without language.</param>
/// <param name="Public">Where everybody can read of it.</param>
/// <param name="Circle">The people of the group.</param>
/// <param name="IsOver">It has ended, or was cancelled: nothing is asked there any more.</param>
/// <param name="ForPair">Where those who lead the group read of it, if its page in the workspace is not theirs.</param>
public sealed record TaskSubject(LocalizedText Name, string Desk, string Public, GroupCircle Circle, bool IsOver, string? ForPair = null)
{
    /// <summary>The page that this person can open.</summary>
    public string PathFor(Guid person) => Circle.Coordinators.Contains(person) ? Desk : Circle.IsLedBy(person) ? ForPair ?? Desk : Public;

    /// <summary>The page of whoever asks: who is not of the group is the Director.</summary>
    public string PathOfAsker(Visit visit) => visit.Who is { } who && !Circle.Coordinators.Contains(who.Id) && Circle.IsLedBy(who.Id) ? ForPair ?? Desk : Desk;
}
