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

        Sunset = sunset;
        Record(act, "group.prolonged", isPublic: true, data: [("sunset", sunset.ToString("O"))]);
    }

    public void Archive(DateOnly on, Act act)
    {
        if (IsAction || Phase == Phase.Archived)
        {
            return;
        }

        ClosedOn = on;
        Enter(Phase.Archived, on);
        Record(act, "group.archived", isPublic: true);
    }

    public void Recommend(LocalizedText recommendations, Act act)
    {
        if (Type != GroupKind.EuropeanConsultation)
        {
            throw new RuleBroken(T("rule.recommend"));
        }

        Recommendations = recommendations;
        Record(act, "group.recommended", isPublic: true);
    }
}
