using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Recruitment.Interviews.InterviewTexts;

namespace Passerelle.Recruitment.Interviews;

public enum SlotState
{
    Planned,
    Cancelled,
}

/// <summary>When, where and before whom an interview can be held; the hour is that of the vacancy's clocks.</summary>
public sealed record SlotPlan(DateOnly Day, TimeOnly Time, int Minutes, string Room, LocalizedText Place, IReadOnlyList<Guid> Jurors);

/// <summary>An hour in a room before jurors, for one candidate.</summary>
public sealed class InterviewSlot : Root, IHasReaders
{
    public const int RoomLimit = 80;
    public const int LeastMinutes = 5;
    public const int MostMinutes = 480;
    public const int LeastJurors = 2;

    private InterviewSlot()
    {
    }

    public Guid VacancyId { get; private set; }
    public SlotState State { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>On whose clocks its hour is told.</summary>
    public string Zone { get; private set; } = "";
    public string Room { get; private set; } = "";

    /// <summary>The room as rooms are compared.</summary>
    public string RoomKey { get; private set; } = "";
    public LocalizedText Place { get; private set; } = LocalizedText.Empty();
    public List<SlotJuror> Jurors { get; private set; } = [];

    /// <summary>A candidate and jurors read it, in the words in which it was written.</summary>
    public Readers Readers => Readers.Apart;

    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;

    public DateOnly Day => DateOnly.FromDateTime(Local(StartsAt));

    public TimeOnly Time => TimeOnly.FromDateTime(Local(StartsAt));

    public TimeOnly Until => TimeOnly.FromDateTime(Local(EndsAt));

    /// <summary>Its day and hour in words.</summary>
    public string When => Say.DateTime(Day, Time);

    protected override string Kind => "interview";

    public static InterviewSlot Plan(Guid id, Vacancy vacancy, SlotPlan plan, Act act)
    {
        var slot = new InterviewSlot { Id = id, VacancyId = vacancy.Id };
        slot.Take(plan, vacancy, act);
        slot.Record(act, "interview.planned");
        return slot;
    }

    public bool Seats(Guid? person) => Jurors.Exists(j => j.PersonId == person);

    public bool Overlaps(InterviewSlot other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    /// <summary>Changes it; true when what a candidate was told of it is no longer so.</summary>
    public bool Move(SlotPlan plan, Vacancy vacancy, Act act)
    {
        MustBeToCome(act.At);
        var (start, end, room, place) = (StartsAt, EndsAt, Room, Place);
        Take(plan, vacancy, act);
        Record(act, "interview.slot-changed");
        return start != StartsAt || end != EndsAt || room != Room || !place.HasSameWords(Place);
    }

    public void Cancel(Act act)
    {
        MustBeToCome(act.At);
        State = SlotState.Cancelled;
        Record(act, "interview.slot-cancelled");
    }

    public void MustBeToCome(DateTimeOffset at)
    {
        if (State == SlotState.Cancelled)
        {
            throw new RuleBroken(T("rule.slot.cancelled"));
        }

        if (StartsAt <= at)
        {
            throw new RuleBroken(T("rule.slot.begun"));
        }
    }

    private void Take(SlotPlan plan, Vacancy vacancy, Act act)
    {
        Zone = vacancy.Rules.Zone;
        StartsAt = InstantOf(plan, Zone);
        EndsAt = StartsAt.AddMinutes(plan.Minutes);
        (Room, RoomKey, Place) = (plan.Room, Fold.Of(plan.Room), plan.Place);
        if (StartsAt <= act.At)
        {
            throw new RuleBroken(T("rule.slot.past"), "day");
        }

        if (plan.Minutes is < LeastMinutes or > MostMinutes)
        {
            throw new RuleBroken(T("rule.slot.minutes", LeastMinutes, MostMinutes), "minutes");
        }

        Seat([.. plan.Jurors.Distinct()], vacancy);
    }

    private void Seat(IReadOnlyList<Guid> jurors, Vacancy vacancy)
    {
        if (jurors.Count < LeastJurors)
        {
            throw new RuleBroken(T("rule.slot.jurors", LeastJurors), "jurors");
        }

        if (jurors.Any(j => !vacancy.IsJuror(j)))
        {
            throw new RuleBroken(T("rule.slot.panel"), "jurors");
        }

        Jurors.RemoveAll(j => !jurors.Contains(j.PersonId));
        Jurors.AddRange(jurors.Where(j => !Seats(j)).Select(j => new SlotJuror(Id, j)));
    }

    /// <summary>An hour that the clock change skips is none; of one that comes twice the first counts.</summary>
    private static DateTimeOffset InstantOf(SlotPlan plan, string zone)
    {
        var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var wall = plan.Day.ToDateTime(plan.Time);
        if (clocks.IsInvalidTime(wall))
        {
            throw new RuleBroken(T("rule.slot.skipped"), "time");
        }

        var offset = clocks.IsAmbiguousTime(wall) ? clocks.GetAmbiguousTimeOffsets(wall).Max() : clocks.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime;
}

/// <summary>A juror who sits.</summary>
public sealed class SlotJuror
{
    private SlotJuror()
    {
    }

    internal SlotJuror(Guid slot, Guid person) => (SlotId, PersonId) = (slot, person);

    public Guid SlotId { get; private set; }
    public Guid PersonId { get; private set; }
}
