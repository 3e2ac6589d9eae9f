using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Dashboard.Texts;

namespace Passerelle.Dashboard;

/// <summary>How a group fares.</summary>
public enum HealthLevel
{
    OnTrack,
    AtRisk,
    Blocked,
}

/// <summary>
/// How a group fares, in two lines, as its coordinator said on a day. It is never changed: the next one follows it, so
/// that what was known on any past day can be read again.
/// </summary>
public sealed class HealthNote : Root
{
    /// <summary>Two lines of a table.</summary>
    public const int WordsLimit = 200;

    /// <summary>A month and some days: older than that, it says little about today.</summary>
    public const int FreshDays = 35;

    private HealthNote()
    {
    }

    public Guid GroupId { get; private set; }
    public HealthLevel Level { get; private set; }
    public LocalizedText Words { get; private set; } = LocalizedText.Empty();
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? By { get; private set; }

    protected override string Kind => "health";

    public static HealthNote Say(Guid id, Guid group, HealthLevel level, LocalizedText words, Act act)
    {
        if (words.IsEmpty)
        {
            throw new RuleBroken(T("rule.health.words"), $"words.{Language.Content}");
        }

        var note = new HealthNote { Id = id, GroupId = group, Level = level, Words = words, On = Platform.Localization.Say.LocalDate(act.At), At = act.At, By = act.Person };
        note.Record(act, "health.said", data: [("group", group.ToString()), ("level", level.ToString())]);
        return note;
    }

    /// <summary>The style of the mark that stands before a level's word.</summary>
    public static string MarkOf(HealthLevel? level) => level switch { null => "idle", HealthLevel.AtRisk => "risk", HealthLevel.Blocked => "blocked", _ => "" };

    public static bool IsStale(DateOnly on, DateOnly day) => day.DayNumber - on.DayNumber > FreshDays;
}
