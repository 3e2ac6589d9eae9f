using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    public List<Membership> Members { get; private set; } = [];

    public List<JoinRequest> Requests { get; private set; } = [];

    /// <summary>The fewest and the most of a college; a college without an entry has no limits.</summary>
    public List<CollegeLimit> Limits { get; private set; } = [];

    public IEnumerable<Membership> Present => Members.Where(m => m.Until is null);

    public Membership? MemberOf(Guid person) => Members.Find(m => m.PersonId == person && m.Until is null);

    /// <summary>Colleges that nobody represents at present, or fewer than the group wants.</summary>
    public IEnumerable<College> MissingColleges => Enum.GetValues<College>().Where(c => Present.Count(m => m.College == c) < Limits.Fewest(c));

    /// <summary>
    /// Colleges with more members than their maximum, or those that there would be with others coming. Nobody is sent
    /// away for it; nobody is admitted to them meanwhile.
    /// </summary>
    public IReadOnlyList<Overfull> OverfullColleges(IEnumerable<Membership>? coming = null)
    {
        var all = Present.Concat(coming ?? []).DistinctBy(m => m.PersonId).ToList();
        return [.. Limits.Where(l => l.Max is not null).OrderBy(l => l.College).Select(l => new Overfull(l.College, all.Count(m => m.College == l.College), l.Max!.Value)).Where(o => o.Count > o.Max)];
    }

    public CollegeLimit? LimitOf(College college) => Limits.Find(l => l.College == college);

    /// <summary>A person asks to join, in one college, with a word why.</summary>
    public JoinRequest Ask(Guid id, Guid person, College college, string? organisation, string word, string language, bool hasMandate, Act act)
    {
        MustBeActive();
        if (!this.IsOpenToRequests())
        {
            throw new RuleBroken(T(IsPaused ? "join.closed.paused" : "join.closed.composed"));
        }

        MustNotBeMember(person);
        if (Requests.Exists(r => r.PersonId == person && r.State == RequestState.Open))
        {
            throw new RuleBroken(T("rule.request.open"));
        }

        MustFit(college, organisation, hasMandate);
        var request = new JoinRequest { Id = id, GroupId = Id, PersonId = person, College = college, Organisation = organisation, Word = word, Language = language, At = act.At };
        Requests.Add(request);
        Record(act, "group.join-asked", person: person, personal: word, data: [("college", college.ToString())]);
        return request;
    }

    public void Admit(JoinRequest request, DateOnly on, Act act)
    {
        MustBeActive();
        request.MustBeOpen();
        MustNotBeMember(request.PersonId);
        MustHaveRoom(request.College);
        request.Decide(RequestState.Admitted, null, act);
        Join(request.PersonId, request.College, request.Organisation, on);
        Record(act, "group.member-admitted", isPublic: true, person: request.PersonId, data: [("college", request.College.ToString())]);
    }

    public void Decline(JoinRequest request, string reason, Act act)
    {
        if (reason.Length == 0)
        {
            throw new RuleBroken(T("join.reason.required"), "reason");
        }

        request.Decide(RequestState.Declined, reason, act);
        Record(act, "group.member-declined", person: request.PersonId, personal: reason);
    }

    /// <summary>Whoever asked thinks again before the answer.</summary>
    public void TakeBack(JoinRequest request, Act act)
    {
        request.Decide(RequestState.Withdrawn, null, act);
        Record(act, "group.request-withdrawn", person: request.PersonId);
    }

    /// <summary>An account was erased: its person leaves, and what they wrote to be admitted is forgotten.</summary>
    public void ForgetPerson(Guid person, DateOnly on, Act act)
    {
        if (MemberOf(person) is not null)
        {
            Leave(person, on, act);
        }

        foreach (var request in Requests.Where(r => r.PersonId == person))
        {
            if (request.State == RequestState.Open)
            {
                TakeBack(request, act);
            }

            request.Forget();
        }

        foreach (var membership in Members.Where(m => m.PersonId == person))
        {
            membership.Organisation = null;
        }
    }

    /// <summary>A European consultation is open to any citizen: who wants to take part is a member at once.</summary>
    public void EnterAsCitizen(Guid person, DateOnly on, Act act)
    {
        MustBeActive();
        if (Type != GroupKind.EuropeanConsultation || !this.IsOpenToRequests())
        {
            throw new RuleBroken(T(IsPaused ? "join.closed.paused" : "join.closed.composed"));
        }

        Welcome(person, College.Citizen, null, hasMandate: false, on, act);
    }

    /// <summary>Whoever was invited says yes, or a citizen enters an open group: a member from now on.</summary>
    public void Welcome(Guid person, College college, string? organisation, bool hasMandate, DateOnly on, Act act)
    {
        MustBeActive();
        MustNotBeMember(person);
        MustFit(college, organisation, hasMandate);
        MustHaveRoom(college);
        Requests.Find(r => r.PersonId == person && r.State == RequestState.Open)?.Decide(RequestState.Admitted, null, act);
        Join(person, college, organisation, on);
        Record(act, "group.member-joined", isPublic: true, person: person, data: [("college", college.ToString())]);
    }

    public void Leave(Guid person, DateOnly on, Act act)
    {
        var member = MemberOf(person) ?? throw new RuleBroken(T("rule.member.not"));
        member.Until = on;
        EndCoLead(person, on, act);
        Record(act, "group.member-left", isPublic: true, person: person, data: [("college", member.College.ToString())]);
    }

    /// <summary>A local mandate ended: the member stays, and is to confirm in which college.</summary>
    public void DoubtMandate(Guid person, Act act)
    {
        if (MemberOf(person) is { College: College.Elected, ToConfirm: false } member)
        {
            member.ToConfirm = true;
            Record(act, "group.member-to-confirm", person: person);
        }
    }

    /// <summary>The member is confirmed, in the same college or in another one.</summary>
    public void Confirm(Guid person, College college, string? organisation, bool hasMandate, DateOnly on, Act act)
    {
        var member = MemberOf(person) ?? throw new RuleBroken(T("rule.member.not"));
        MustFit(college, organisation, hasMandate);
        if (member.College == college)
        {
            (member.ToConfirm, member.Organisation) = (false, organisation ?? member.Organisation);
        }
        else
        {
            MustHaveRoom(college);
            member.Until = on;
            EndCoLead(person, on, act);
            Join(person, college, organisation, on);
        }

        Record(act, "group.member-confirmed", isPublic: true, person: person, data: [("college", college.ToString())]);
    }

    public void Limit(IReadOnlyList<CollegeLimit> limits, Act act)
    {
        if (limits.FirstOrDefault(l => l.Min is { } min && l.Max is { } max && min > max) is { } wrong)
        {
            throw new RuleBroken(T("rule.limits"), $"{wrong.College}.max");
        }

        Limits = [.. limits.Where(l => l.Min is not null || l.Max is not null)];
        Record(act, "group.limits-set");
    }

    private void Join(Guid person, College college, string? organisation, DateOnly on) =>
        Members.Add(new() { GroupId = Id, PersonId = person, College = college, Organisation = organisation, From = on });

    private void MustNotBeMember(Guid person)
    {
        if (MemberOf(person) is not null)
        {
            throw new RuleBroken(T("rule.member.already"));
        }
    }

    private static void MustFit(College college, string? organisation, bool hasMandate)
    {
        if (college == College.Elected && !hasMandate)
        {
            throw new RuleBroken(T("rule.mandate"), "college");
        }

        if (college is College.CivilSociety or College.Technician && string.IsNullOrWhiteSpace(organisation))
        {
            throw new RuleBroken(T("rule.organisation"), "organisation");
        }
    }

    private void MustHaveRoom(College college)
    {
        if (LimitOf(college)?.Max is { } max && Present.Count(m => m.College == college) >= max)
        {
            throw new RuleBroken(T("rule.full", CollegeName(college), max), "college");
        }
    }
}
