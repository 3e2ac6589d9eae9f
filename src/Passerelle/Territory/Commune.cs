using Passerelle.Platform.Localization;

namespace Passerelle.Territory;

/// <summary>A commune as long as it exists: one that merges ends, and its successor begins the next day.</summary>
internal sealed class Commune : IHasReaders
{
    public required Guid Id { get; init; }

    /// <summary>INSEE in France, NIS in Belgium.</summary>
    public required string Code { get; init; }

    /// <summary>The source is the official language; its version is the local official name.</summary>
    public required LocalizedText Name { get; init; }
    public required string Side { get; init; }
    public required string Country { get; init; }
    public required LocalizedText Arrondissement { get; init; }

    /// <summary>The inter-municipal partner that represents it.</summary>
    public string? Partner { get; init; }
    public required int Population { get; init; }
    public required DateOnly PopulationDate { get; init; }
    public required double AreaKm2 { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }

    /// <summary>«inside»: on the border that runs through the territory; «outside»: touches the other country elsewhere; «no».</summary>
    public required string Border { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public string? MergedInto { get; init; }

    public Readers Readers => Readers.Everyone;
}

/// <summary>Two communes that touch, once a pair: the smaller code first.</summary>
internal sealed class Adjacency
{
    public required string CodeA { get; init; }
    public required string CodeB { get; init; }
    public required double SharedKm { get; init; }
}

/// <summary>The official boundary of a commune, once it is imported.</summary>
internal sealed class CommuneBoundary
{
    public required string Code { get; init; }

    /// <summary>As <see cref="Map.BoundaryJson"/> writes it.</summary>
    public required string Shape { get; init; }
}
