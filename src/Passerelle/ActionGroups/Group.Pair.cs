using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    /// <summary>So many days after a gap opened, a reminder; then, on the dashboard, red.</summary>
    public const int PairReminderDays = 30;
    public const int PairRedDays = 60;

    /// <summary>Those who lead or led; periods of one college never overlap.</summary>
    public List<CoLead> CoLeads { get; private set; } = [];

    /// <summary>Since when the pair has been incomplete; kept, so that reminders can count the days.</summary>
    public DateOnly? PairIncompleteSince { get; private set; }

    /// <summary>The day on which coordinator and Director were reminded of it; once for each gap.</summary>
    public DateOnly? PairRemindedOn { get; private set; }

    public IEnumerable<CoLead> Pair => CoLeads.Where(c => c.IsPresent);

    public bool HasCompletePair => Pair.Count() == 2;

    public CoLead? CoLeadOf(Guid person) => CoLeads.Find(c => c.PersonId == person && c.IsPresent);

    /// <summary>The college that the pair lacks: an elected one, or one of civil society.</summary>
    public IEnumerable<College> MissingInPair => new[] { College.Elected, College.CivilSociety }.Where(c => Pair.All(p => p.College != c));

    /// <summary>The coordinator names whom the Director might appoint.</summary>
    public void ProposeCoLead(Guid person, Act act)
    {
        MustBeAction();
        MustBeActive();
        var college = CollegeForPair(person);
        if (CoLeads.Exists(c => c.PersonId == person && c.State == CoLeadState.Proposed))
        {
            throw new RuleBroken(T("rule.pair.proposed"), "person");
        }

        CoLeads.Add(new() { GroupId = Id, PersonId = person, College = college });
        Record(act, "group.colead-proposed", person: person, data: [("college", college.ToString())]);
    }

    /// <summary>Exactly two lead: one elected, one of civil society, both members, different persons.</summary>
    public void Appoint(Guid person, DateOnly on, Act act)
    {
        MustBeAction();
        MustBeActive();
        if (CoLeadOf(person) is not null)
        {
            throw new RuleBroken(T("rule.pair.same"), "person");
        }

        if (HasCompletePair)
        {
            throw new RuleBroken(T("rule.pair.third"), "person");
        }

        var college = CollegeForPair(person);
        if (Pair.FirstOrDefault() is { } first && first.College == college)
        {
            throw new RuleBroken(T("rule.pair.college", CollegeName(college), CollegeName(MissingInPair.Single())), "person");
        }

        if (on < MemberOf(person)!.From || on > DateOf(act).AddDays(1))
        {
            throw new RuleBroken(T("rule.pair.from"), "on");
        }

        if (CoLeads.Exists(c => c.College == college && c.State == CoLeadState.Appointed && c.Until >= on))
        {
            throw new RuleBroken(T("rule.pair.overlap"), "on");
        }

        var proposal = CoLeads.Find(c => c.PersonId == person && c.State == CoLeadState.Proposed);
        if (proposal is null)
        {
            proposal = new() { GroupId = Id, PersonId = person, College = college };
            CoLeads.Add(proposal);
        }

        proposal.Begin(college, on);
        Record(act, "group.colead-appointed", isPublic: true, person: person, data: [("college", college.ToString())]);
        if (HasCompletePair)
        {
            (PairIncompleteSince, PairRemindedOn) = (null, null);
        }
        else
        {
            PairIncompleteSince ??= on;
        }
    }

    public void Dismiss(Guid person, DateOnly on, Act act)
    {
        var leading = CoLeadOf(person) ?? throw new RuleBroken(T("rule.pair.not"), "person");
        if (on < leading.From || on > DateOf(act))
        {
            throw new RuleBroken(T("rule.pair.until"), "on");
        }

        EndCoLead(person, on, act);
    }

    /// <summary>A proposal that nobody follows up is taken back.</summary>
    public void WithdrawProposal(Guid person, Act act)
    {
        if (CoLeads.Find(c => c.PersonId == person && c.State == CoLeadState.Proposed) is { } proposal)
        {
            proposal.Withdraw();
            Record(act, "group.colead-proposal-withdrawn", person: person);
        }
    }

    /// <summary>Days since the pair became incomplete; none while it is complete or nobody needs one.</summary>
    public int? DaysWithoutPair(DateOnly day) =>
        IsAction && IsActive && PairIncompleteSince is { } since && !HasCompletePair ? day.DayNumber - since.DayNumber : null;

    /// <summary>After thirty days coordinator and Director are reminded, once.</summary>
    public void RemindOfPair(DateOnly day, Act act)
    {
        if (PairRemindedOn is null && DaysWithoutPair(day) >= PairReminderDays)
        {
            PairRemindedOn = day;
            Record(act, "group.pair-reminded");
        }
    }

    private void EndCoLead(Guid person, DateOnly on, Act act)
    {
        CoLeads.Find(c => c.PersonId == person && c.State == CoLeadState.Proposed)?.Withdraw();
        if (CoLeadOf(person) is { } leading)
        {
            leading.End(on);
            PairIncompleteSince ??= on;
            Record(act, "group.colead-left", isPublic: true, person: person, data: [("college", leading.College.ToString())]);
        }
    }

    private College CollegeForPair(Guid person)
    {
        var member = MemberOf(person) ?? throw new RuleBroken(T("rule.pair.member"), "person");
        return member.College is College.Elected or College.CivilSociety
            ? member.College
            : throw new RuleBroken(T("rule.pair.colleges", CollegeName(member.College)), "person");
    }
}

public enum CoLeadState
{
    Proposed,
    Appointed,
    Withdrawn,
}

/// <summary>One of the two who lead a group, for a time; or somebody proposed for it.</summary>
public sealed class CoLead
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Guid PersonId { get; init; }
    public College College { get; set; }
    public CoLeadState State { get; private set; }
    public DateOnly? From { get; private set; }
    public DateOnly? Until { get; private set; }

    public bool IsPresent => State == CoLeadState.Appointed && Until is null;

    internal void Begin(College college, DateOnly on) => (College, State, From) = (college, CoLeadState.Appointed, on);

    internal void Withdraw() => State = CoLeadState.Withdrawn;

    internal void End(DateOnly on) => Until = on;
}
