using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups.Contract;

/// <summary>The four colleges of an action group.</summary>
public enum College
{
    Elected,
    CivilSociety,
    Citizen,
    Technician,
}

/// <summary>An action group is one; a technical group derives from none or several and is of one of the other kinds.</summary>
public enum GroupKind
{
    Action,
    Proximity,
    EuropeanConsultation,
    Other,
}

/// <summary>Where a group stands. A proposed one waits for the Director.</summary>
public enum Phase
{
    Proposed,
    Imagine,
    Develop,
    Complete,
    Completed,
    Abandoned,
    Archived,
}

/// <summary>What others may know of a group.</summary>
/// <param name="Theme">Code of its primary theme; none for a technical group.</param>
/// <param name="Successor">The group that it was merged into.</param>
/// <param name="OtherThemes">Codes of the further themes that it touches.</param>
public sealed record GroupCard(
    Guid Id, string Slug, GroupKind Kind, LocalizedText Name, LocalizedText Summary, Phase Phase, bool Paused, string? Theme, IReadOnlyList<string> Communes, Guid? Successor,
    IReadOnlyList<string> OtherThemes)
{
    /// <summary>Its name in the language of the reader's texts.</summary>
    public string Here => Name.Read(Language.Content).Value;

    public bool IsAction => Kind == GroupKind.Action;

    public bool IsActive => Phase is Phase.Imagine or Phase.Develop or Phase.Complete && Successor is null;

    /// <summary>Whether it belongs to one of these themes, or touches one.</summary>
    public bool Touches(IReadOnlySet<string> themes) => (Theme is { } theme && themes.Contains(theme)) || OtherThemes.Any(themes.Contains);
}
