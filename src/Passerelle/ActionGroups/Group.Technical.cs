using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

public enum Standing
{
    Carried,
    Supported,
}

public sealed partial class Group
{
    public Standing? Standing { get; private set; }

    /// <summary>A technical group's last day; then it is archived.</summary>
    public DateOnly? Sunset { get; private set; }

    /// <summary>The last day of which its coordinators were reminded.</summary>
    public DateOnly? SunsetReminded { get; private set; }

    /// <summary>Communes outside the territory, as named guests of a Proximity group.</summary>
    public List<string> Guests { get; private set; } = [];

    public LocalizedText EuropeanTheme { get; private set; } = LocalizedText.Empty();

    /// <summary>What a consultation recommends to its parent groups.</summary>
    public LocalizedText Recommendations { get; private set; } = LocalizedText.Empty();

    public static Group Derive(Guid id, GroupKind kind, string slug, LocalizedText name, LocalizedText purpose, Standing standing, DateOnly? sunset, LocalizedText europeanTheme, IEnumerable<string> communes, IEnumerable<string> guests, DateOnly on, Act act)
    {
        if (kind == GroupKind.Action)
        {
            throw new RuleBroken(T("rule.technical.kind"), "kind");
        }

        if (sunset is null)
        {
            throw new RuleBroken(T("rule.sunset.required"), "sunset");
        }

        if (sunset <= on)
        {
            throw new RuleBroken(T("rule.sunset"), "sunset");
        }

        if (kind == GroupKind.EuropeanConsultation && europeanTheme.IsEmpty)
        {
            throw new RuleBroken(T("rule.european"), $"european.{Language.Content}");
        }

        var group = new Group
        {
            Id = id,
            Type = kind,
            Slug = slug,
            Name = name,
            Summary = purpose,
            Purpose = purpose,
            Standing = standing,
            Sunset = sunset,
            EuropeanTheme = europeanTheme,
            Communes = [.. communes.Distinct()],
            Guests = [.. guests.Distinct()],
        };
        group.Enter(Phase.Develop, on);
        group.Record(act, "group.derived", isPublic: true, data: [("kind", kind.ToString())]);
        return group;
    }

    /// <summary>Sets another last day. A group that was archived goes on.</summary>
    public void Prolong(DateOnly sunset, DateOnly today, Act act)
    {
        if (IsAction)
        {
            throw new RuleBroken(T("rule.technical.kind"));
        }

        if (sunset <= today)
        {
            throw new RuleBroken(T("rule.sunset"), "sunset");
        }

        var before = Sunset;
        Sunset = sunset;
        if (Phase == Phase.Archived)
        {
            ClosedOn = null;
            Enter(Phase.Develop, today);
        }

        Record(act, "group.prolonged", isPublic: true, data: [("sunset", sunset.ToString("O")), ("before", before?.ToString("O"))]);
    }

    /// <summary>Says once for each last day that it is near.</summary>
    public void RemindOfSunset(Act act)
    {
        if (Sunset is { } sunset && SunsetReminded != sunset)
        {
            SunsetReminded = sunset;
            Record(act, "group.sunset-near", data: [("sunset", sunset.ToString("O"))]);
        }
    }

    public void Archive(DateOnly on, Act act)
    {
        if (IsAction || IsOver)
        {
            return;
        }

        (ClosedOn, PausedOn) = (on, null);
        Enter(Phase.Archived, on);
        Record(act, "group.archived", isPublic: true, data: [("sunset", Sunset?.ToString("O"))]);
    }

    public void Recommend(LocalizedText recommendations, Act act)
    {
        if (Type != GroupKind.EuropeanConsultation || recommendations.IsEmpty)
        {
            throw new RuleBroken(T("rule.recommend"));
        }

        Recommendations = recommendations;
        Record(act, "group.recommended", isPublic: true);
    }
}
