using Passerelle.Platform.Localization;

namespace Passerelle.Territory.Contract;

/// <summary>A side of the territory, such as the Flemish one.</summary>
public sealed record SideCard(string Code, string Country, string Language, LocalizedText Name);

/// <summary>A commune as other capabilities see it, past ones too.</summary>
public sealed record CommuneCard(
    string Code, LocalizedText Name, string Side, string Country, string OfficialLanguage, string Border, string? Partner,
    int Population, double AreaKm2, double Lat, double Lon, DateOnly From, DateOnly? Until, string? MergedInto, DateOnly PopulationDate)
{
    /// <summary>Its name in the language of the reader's texts.</summary>
    public string Here => Name.Read(Language.Content).Value;

    /// <summary>Its local official name, as addresses and stations keep it.</summary>
    public string Local => Name.SourceValue;

    /// <summary>On the border that runs through the territory.</summary>
    public bool OnBorder => Border == "inside";

    /// <summary>It touches the neighbouring country, but the commune across lies outside the territory.</summary>
    public bool OnOuterBorder => Border == "outside";

    public bool IsOn(DateOnly date) => From <= date && (Until is null || date <= Until);
}

/// <summary>One of the public institutions that run the grouping.</summary>
public sealed record PartnerCard(string Id, string ShortName, LocalizedText Name, string Level, LocalizedText LevelName, string? Side, string Country)
{
    public string Here => Name.Read(Language.Content).Value;
}
