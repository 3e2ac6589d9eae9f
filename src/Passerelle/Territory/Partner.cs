using Passerelle.Platform.Localization;

namespace Passerelle.Territory;

/// <summary>One of the public institutions that run the grouping.</summary>
internal sealed class Partner : IHasReaders
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string ShortName { get; init; }
    public required LocalizedText Name { get; init; }

    /// <summary>state, region, community, department, province or intercommunal.</summary>
    public required string Level { get; init; }
    public required LocalizedText LevelName { get; init; }
    public required string Country { get; init; }

    /// <summary>None for a State that spans several.</summary>
    public string? Side { get; init; }

    /// <summary>The number of communes that it declares to represent; the platform counts them itself.</summary>
    public int? DeclaredCommunes { get; init; }

    public Readers Readers => Readers.Everyone;
}
