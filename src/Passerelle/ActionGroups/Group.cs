using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>
/// An action group, or a technical group that derives from some. Its acts stand by subject in the other parts of
/// this class: life, members, pair, coordination, evolution.
/// </summary>
public sealed partial class Group : Root, IHasReaders
{
    public const int ManyActions = 3;

    private Group()
    {
    }

    public string Slug { get; private set; } = "";
    public GroupKind Type { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.Empty();
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty();
    public LocalizedText Purpose { get; private set; } = LocalizedText.Empty();
    public LocalizedText Need { get; private set; } = LocalizedText.Empty();
    public LocalizedText NeedSource { get; private set; } = LocalizedText.Empty();

    /// <summary>The month in which the result is due, as its first day.</summary>
    public DateOnly? Horizon { get; private set; }

    /// <summary>Code of the primary theme; none for a technical group.</summary>
    public string? Theme { get; private set; }
    public List<string> OtherThemes { get; private set; } = [];
    public List<string> Communes { get; private set; } = [];

    public DateTimeOffset? NextAt { get; private set; }
    public LocalizedText NextVenue { get; private set; } = LocalizedText.Empty();
    public LocalizedText NextTitle { get; private set; } = LocalizedText.Empty();

    public bool IsAction => Type == GroupKind.Action;

    public Readers Readers => IsPublic ? Readers.Everyone : Readers.Inside;

    public DateOnly? WantedBy => NextAt is { } at ? Say.LocalDate(at) : null;

    public Guid? PartOf => Id;

    protected override string Kind => "group";

    public void Write(LocalizedText summary, LocalizedText purpose, LocalizedText need, LocalizedText needSource, DateOnly? horizon, Act act)
    {
        List<(string Field, LocalizedText Was)> before = [.. new[] { ("summary", Summary, summary), ("purpose", Purpose, purpose), ("need", Need, need), ("needsource", NeedSource, needSource) }
            .Where(f => !TextsBefore.Same(f.Item2, f.Item3)).Select(f => (f.Item1, f.Item2))];
        List<string> fields = [.. before.Select(b => b.Field), .. horizon == Horizon ? Array.Empty<string>() : ["horizon"]];
        if (fields.Count == 0)
        {
            return;
        }

        var due = horizon == Horizon ? null : Horizon?.ToString("O");
        (Summary, Purpose, Need, NeedSource, Horizon) = (summary, purpose, need, needSource, horizon);
        Record(act, "group.described", isPublic: true, personal: TextsBefore.Pack(before), data: [("fields", string.Join(' ', fields)), ("horizon", due)]);
    }

    public void Announce(DateTimeOffset? at, LocalizedText place, LocalizedText title, Act act)
    {
        if (at is not null && at < act.At)
        {
            throw new RuleBroken(T("rule.next.past"), "day");
        }

        (NextAt, NextVenue, NextTitle) = (at, place, title);
        Record(act, at is null ? "group.date-withdrawn" : "group.date-announced", isPublic: true, data: [("at", at?.ToString("O"))]);
    }

    public void Touch(IEnumerable<string> communes, Act act)
    {
        Communes = [.. communes.Distinct().Order(StringComparer.Ordinal)];
        Record(act, "group.communes-set", isPublic: true, data: [("count", Communes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    public void Place(string theme, IEnumerable<string> others, Act act)
    {
        Theme = theme;
        OtherThemes = [.. others.Where(o => o != theme).Distinct()];
        Record(act, "group.theme-set", isPublic: true, data: [("theme", theme)]);
    }

    private static DateOnly DateOf(Act act) => Say.LocalDate(act.At);
}
