using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    public List<Coordination> Coordinators { get; private set; } = [];

    public IEnumerable<Coordination> CoordinatorsOn(DateOnly day) => Coordinators.Where(c => c.IsOn(day));

    /// <summary>Whether this person writes in the group on that day: an assigned coordinator or a deputy.</summary>
    public bool IsCoordinatedBy(Guid person, DateOnly day) => Coordinators.Exists(c => c.PersonId == person && c.IsOn(day));

    /// <summary>The Director assigns a coordinator, with dates; a deputy acts during an absence.</summary>
    public void Assign(Guid person, DateOnly from, DateOnly? until, bool deputy, Act act)
    {
        if (until < from)
        {
            throw new RuleBroken(T("rule.dates"), "until");
        }

        if (deputy && until is null)
        {
            throw new RuleBroken(T("rule.deputy"), "until");
        }

        if (Coordinators.Exists(c => c.PersonId == person && (c.Until ?? DateOnly.MaxValue) >= from && (until ?? DateOnly.MaxValue) >= c.From))
        {
            throw new RuleBroken(T("rule.coordinator.already"), "person");
        }

        Coordinators.Add(new() { GroupId = Id, PersonId = person, From = from, Until = until, Deputy = deputy });
        Record(act, deputy ? "group.deputy-assigned" : "group.coordinator-assigned", isPublic: true, person: person);
    }

    /// <summary>Ends a charge before its time; one that has not begun by then never does.</summary>
    public void EndCharge(Guid id, DateOnly on, Act act)
    {
        var charge = Coordinators.Find(c => c.Id == id && (c.Until is null || c.Until > on)) ?? throw new RuleBroken(T("rule.coordinator.not"), "person");
        charge.Until = on;
        Record(act, "group.coordinator-ended", isPublic: true, person: charge.PersonId);
    }

    /// <summary>Hands the group over: who coordinated it ends, the other begins the day after; open work follows.</summary>
    public void HandOver(Guid from, Guid to, DateOnly lastDay, Act act)
    {
        var leaving = Coordinators.Find(c => c.PersonId == from && !c.Deputy && c.IsOn(lastDay)) ?? throw new RuleBroken(T("rule.coordinator.not"), "from");
        if (from == to)
        {
            throw new RuleBroken(T("rule.coordinator.already"), "person");
        }

        leaving.Until = lastDay;
        foreach (var deputy in Coordinators.Where(c => c.PersonId == to && c.Deputy && (c.Until is null || c.Until > lastDay)))
        {
            deputy.Until = lastDay; // who takes the group over no longer stands in for anybody
        }

        if (!Coordinators.Exists(c => c.PersonId == to && !c.Deputy && c.Until is null))
        {
            Assign(to, lastDay.AddDays(1), null, deputy: false, act);
        }

        Record(act, "group.handed-over", isPublic: true, person: to, data: [("from", from.ToString()), ("to", to.ToString()), ("last", lastDay.Iso())]);
        if (lastDay < Say.LocalDate(act.At))
        {
            ChangeCharges(Say.LocalDate(act.At), [(from, to)], act);
        }
    }

    /// <summary>Others coordinate the group from this day on. What was asked of who handed it over goes to who took it over.</summary>
    public void ChangeCharges(DateOnly day, IReadOnlyCollection<(Guid From, Guid To)> handedOver, Act act)
    {
        List<(Guid From, Guid To)> passed = [.. handedOver.Where(h => IsCoordinatedBy(h.To, day) && !IsCoordinatedBy(h.From, day))];
        passed.ForEach(h => Record(act, "group.charge-changed", person: h.To, data: [("from", h.From.ToString()), ("to", h.To.ToString())]));
        if (passed.Count == 0)
        {
            Record(act, "group.charge-changed");
        }
    }
}

/// <summary>A coordinator's charge of a group, with dates (both inclusive).</summary>
public sealed class Coordination
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public bool Deputy { get; init; }

    /// <summary>False for a charge that was ended before it began.</summary>
    public bool Happens => Until is null || Until >= From;

    public bool IsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
