using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    /// <summary>The group that it was merged into.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Addresses it had before: they lead to the present one.</summary>
    public List<FormerSlug> FormerSlugs { get; private set; } = [];

    public void Rename(LocalizedText name, string slug, DateOnly on, LocalizedText reason, Act act)
    {
        MustNotBeOver();
        var old = Name.Read(Language.Content).Value;
        Name = name;
        if (slug != Slug)
        {
            FormerSlugs.RemoveAll(f => f.Slug == slug);
            FormerSlugs.Add(new() { Slug = Slug, GroupId = Id });
            Slug = slug;
        }

        Record(act, "group.renamed", isPublic: true, personal: reason.IsEmpty ? null : reason.SourceValue, data: [("from", old), ("on", on.ToString("O"))]);
    }

    /// <summary>
    /// Ends in another group: its actions pass to that one, members follow unless they say no, its co-leads and
    /// coordinators end. The link between the two is drawn in the lineage.
    /// </summary>
    public Lineage MergeInto(Group other, LocalizedText reason, DateOnly on, Act act)
    {
        MustBeActive();
        MustBeAction();
        other.MustBeActive();
        other.MustBeAction();
        if (other.Id == Id)
        {
            throw new RuleBroken(T("rule.merge.self"), "into");
        }

        var actions = PresentActions.ToList();
        Release(on);
        other.TakeActions([.. other.PresentActions, .. actions], on);
        foreach (var leading in Pair.ToList())
        {
            EndCoLead(leading.PersonId, on, act);
        }

        foreach (var member in Present.ToList())
        {
            member.Until = on;
            if (other.MemberOf(member.PersonId) is null)
            {
                other.Members.Add(new() { GroupId = other.Id, PersonId = member.PersonId, College = member.College, Organisation = member.Organisation, From = on, ToConfirm = member.ToConfirm });
            }
        }

        foreach (var charge in Coordinators.Where(c => c.Until is null || c.Until > on))
        {
            charge.Until = on;
        }

        (SuccessorId, ClosedOn, PausedOn, Reason, PairIncompleteSince) = (other.Id, on, null, reason, null);
        Record(act, "group.merged", isPublic: true, data: [("into", other.Id.ToString()), ("slug", other.Slug)]);
        other.Record(act, "group.absorbed", isPublic: true, data: [("group", Id.ToString()), ("slug", Slug)]);
        return new() { From = Id, To = other.Id, Kind = LineageKind.Merge, On = on, Reason = reason };
    }

    /// <summary>A new group takes over part of the actions and the members named; both go on.</summary>
    public (Group Group, Lineage Link) SplitOff(Guid id, string slug, LocalizedText name, LocalizedText purpose, IReadOnlyList<string> actions, IReadOnlyList<Guid> members, LocalizedText reason, DateOnly on, Act act)
    {
        MustBeActive();
        MustBeAction();
        if (actions.Any(a => !PresentActions.Contains(a)) || actions.Count == PresentActions.Count())
        {
            throw new RuleBroken(T("rule.split.actions"), "actions");
        }

        var group = new Group { Id = id, Slug = slug, Name = name, Summary = Summary, Purpose = purpose, Need = Need, NeedSource = NeedSource, Theme = Theme, OtherThemes = [.. OtherThemes], Communes = [.. Communes], Horizon = Horizon };
        group.Enter(Phase, on);
        TakeActions([.. PresentActions.Except(actions)], on);
        group.TakeActions(actions, on);
        foreach (var member in Present.Where(m => members.Contains(m.PersonId)).ToList())
        {
            member.Until = on;
            EndCoLead(member.PersonId, on, act);
            group.Members.Add(new() { GroupId = id, PersonId = member.PersonId, College = member.College, Organisation = member.Organisation, From = on, ToConfirm = member.ToConfirm });
        }

        foreach (var charge in CoordinatorsOn(on).Where(c => !c.Deputy))
        {
            group.Coordinators.Add(new() { GroupId = id, PersonId = charge.PersonId, From = on, Until = charge.Until });
        }

        group.PairIncompleteSince = on;
        Record(act, "group.split", isPublic: true, data: [("group", id.ToString()), ("slug", slug)]);
        group.Record(act, "group.born-of-split", isPublic: true, data: [("from", Id.ToString()), ("slug", Slug)]);
        return (group, new() { From = Id, To = id, Kind = LineageKind.Split, On = on, Reason = reason });
    }

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

public enum LineageKind
{
    Merge,
    Split,
    Derivation,
}

/// <summary>How one group came from another. The graph has no cycle: a link never leads back.</summary>
public sealed class Lineage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid From { get; init; }
    public required Guid To { get; init; }
    public required LineageKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public LocalizedText Reason { get; init; } = LocalizedText.Empty();
}
