using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    /// <summary>Who came with a merger or a split has so many days to say no.</summary>
    public const int DaysToDecline = 14;

    /// <summary>The group that it was merged into.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Addresses it had before: they lead to the present one.</summary>
    public List<FormerSlug> FormerSlugs { get; private set; } = [];

    /// <summary>The day of the last change in its life.</summary>
    public DateOnly LastChange => Last([.. Phases.Select(p => p.Since), PausedOn, ClosedOn]);

    /// <summary>The day of the last change in its life, among its people or in what it carries.</summary>
    public DateOnly LastMove => Last([LastChange, .. Members.SelectMany(m => new[] { m.From, m.Until }), .. CoLeads.SelectMany(c => new[] { c.From, c.Until }), .. Actions.SelectMany(a => new[] { a.From, a.Until })]);

    public void Rename(LocalizedText name, string slug, DateOnly on, LocalizedText reason, Act act)
    {
        MustNotBeOver();
        MustTakeEffect(on, LastChange, act);
        if (Language.Official.All(l => name.In(l)?.Value == Name.In(l)?.Value))
        {
            throw new RuleBroken(T("rule.rename.same"), $"name.{name.Source}");
        }

        var former = Language.Official.Select(l => ($"from.{l}", (string?)Name.Read(l).Value)).ToList();
        Name = name;
        if (slug != Slug)
        {
            FormerSlugs.RemoveAll(f => f.Slug == slug);
            FormerSlugs.Add(new() { Slug = Slug, GroupId = Id });
            Slug = slug;
        }

        Record(act, "group.renamed", isPublic: true, personal: Reasons.Pack(reason), data: [("from", former[0].Item2), .. former, ("on", on.ToString("O"))]);
    }

    /// <summary>
    /// Ends in another group: its actions pass to that one, members follow unless they say no, its co-leads and
    /// coordinators end. The link between the two is drawn in the lineage.
    /// </summary>
    public Lineage MergeInto(Group other, LineageTree lineage, LocalizedText reason, DateOnly on, Act act)
    {
        MustBeActive();
        MustBeAction();
        other.MustBeActive();
        other.MustBeAction();
        if (other.Id == Id)
        {
            throw new RuleBroken(T("rule.merge.self"), "into");
        }

        if (lineage.Leads(other.Id, Id))
        {
            throw new RuleBroken(T("rule.merge.cycle"), "into");
        }

        MustTakeEffect(on, Last([LastMove, other.LastChange]), act);
        var actions = PresentActions.ToList();
        Release(on);
        other.TakeActions([.. other.PresentActions, .. actions], on);
        foreach (var member in Present.ToList())
        {
            member.Until = on;
            if (other.MemberOf(member.PersonId) is null)
            {
                other.Members.Add(member.Following(other.Id, on));
            }
        }

        foreach (var request in Requests.Where(r => r.State == RequestState.Open && other.MemberOf(r.PersonId) is null && !other.Requests.Exists(o => o.PersonId == r.PersonId && o.State == RequestState.Open)))
        {
            other.Requests.Add(new() { Id = Guid.CreateVersion7(), GroupId = other.Id, PersonId = request.PersonId, College = request.College, Organisation = request.Organisation, Word = request.Word, Language = request.Language, At = request.At });
        }

        Dissolve(on, act);
        (SuccessorId, ClosedOn, PausedOn, Reason) = (other.Id, on, null, reason);
        Record(act, "group.merged", isPublic: true, personal: Reasons.Pack(reason), data: [("into", other.Id.ToString()), ("slug", other.Slug), ("on", on.ToString("O"))]);
        other.Record(act, "group.absorbed", isPublic: true, personal: Reasons.Pack(reason), data: [("group", Id.ToString()), ("slug", Slug), ("on", on.ToString("O"))]);
        return new() { From = Id, To = other.Id, Kind = LineageKind.Merge, On = on, Reason = reason };
    }

    /// <summary>A new group takes over part of the actions and the members named; both go on.</summary>
    public (Group Group, Lineage Link) SplitOff(Guid id, string slug, LocalizedText name, LocalizedText purpose, IReadOnlyList<string> actions, IReadOnlyList<Guid> members, LocalizedText reason, DateOnly on, Act act)
    {
        MustBeActive();
        MustBeAction();
        if (actions.Count == 0 || actions.Any(a => !PresentActions.Contains(a)) || actions.Count == PresentActions.Count())
        {
            throw new RuleBroken(T("rule.split.actions"), "actions");
        }

        MustTakeEffect(on, LastMove, act);
        var group = new Group { Id = id, Slug = slug, Name = name, Summary = Summary, Purpose = purpose, Need = Need, NeedSource = NeedSource, Theme = Theme, OtherThemes = [.. OtherThemes], Communes = [.. Communes], Horizon = Horizon };
        group.Enter(group.Reached(Phase), on);
        TakeActions([.. PresentActions.Except(actions)], on);
        group.TakeActions(actions, on);
        foreach (var member in Present.Where(m => members.Contains(m.PersonId)).ToList())
        {
            member.Until = on;
            EndCoLead(member.PersonId, on, act);
            group.Members.Add(member.Following(id, on));
        }

        foreach (var charge in CoordinatorsOn(on).Where(c => !c.Deputy))
        {
            group.Coordinators.Add(new() { GroupId = id, PersonId = charge.PersonId, From = on, Until = charge.Until });
        }

        group.PairIncompleteSince = on;
        Record(act, "group.split", isPublic: true, personal: Reasons.Pack(reason), data: [("group", id.ToString()), ("slug", slug), ("on", on.ToString("O"))]);
        group.Record(act, "group.born-of-split", isPublic: true, personal: Reasons.Pack(reason), data: [("from", Id.ToString()), ("slug", Slug), ("on", on.ToString("O")), ("phase", group.Phase.ToString())]);
        return (group, new() { From = Id, To = id, Kind = LineageKind.Split, On = on, Reason = reason });
    }

    /// <summary>
    /// Until when a member who came with a merger or a split may say no. The days count from the one on which it was
    /// recorded and the member told: it may have taken effect before.
    /// </summary>
    public static DateOnly LastDayToDecline(DateOnly told) => told.AddDays(DaysToDecline);

    /// <summary>
    /// A member does not follow: they leave this group. After a split they are back in the group they came from,
    /// while that one goes on.
    /// </summary>
    public void NotFollow(Guid person, Group? former, DateOnly told, DateOnly on, Act act)
    {
        var member = MemberOf(person);
        if (member?.CameFrom is null)
        {
            throw new RuleBroken(T("rule.follow.not"));
        }

        if (on > LastDayToDecline(told))
        {
            throw new RuleBroken(T("rule.follow.late"));
        }

        member.Until = on;
        EndCoLead(person, on, act);
        Record(act, "group.not-followed", isPublic: true, person: person, data: [("college", member.College.ToString())]);
        if (former is { IsActive: true } && former.MemberOf(person) is null)
        {
            former.Members.Add(new() { GroupId = former.Id, PersonId = person, College = member.College, Organisation = member.Organisation, From = on, ToConfirm = member.ToConfirm });
            former.Record(act, "group.member-returned", isPublic: true, person: person, data: [("college", member.College.ToString())]);
        }
    }

    /// <summary>
    /// A change may be recorded late, but not before it happened, and not back to a day since when the group is known
    /// to have changed otherwise.
    /// </summary>
    private static void MustTakeEffect(DateOnly on, DateOnly since, Act act)
    {
        var today = DateOf(act);
        if (on > today)
        {
            throw new RuleBroken(T("rule.on.future"), "on");
        }

        if (on < since && on < today)
        {
            throw new RuleBroken(T("rule.on.early", Say.LongDate(since)), "on");
        }
    }

    private static DateOnly Last(IEnumerable<DateOnly?> days) => days.Max() ?? DateOnly.MinValue;

    private void MustNotBeOver()
    {
        if (IsOver)
        {
            throw new RuleBroken(T("rule.over"));
        }
    }
}

/// <summary>An address that a group had before.</summary>
public sealed class FormerSlug
{
    public required string Slug { get; init; }
    public required Guid GroupId { get; init; }
}
