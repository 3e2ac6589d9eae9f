using Passerelle.Platform.Localization;

namespace Passerelle.Territory;

/// <summary>A figure that the grouping publishes of itself, kept beside the one that is counted, with the reason for a difference.</summary>
internal sealed class DeclaredFigure : IHasReaders
{
    public required Guid Id { get; init; }

    /// <summary>communes, area, population or partners.</summary>
    public required string Figure { get; init; }
    public required int Order { get; init; }
    public required double Value { get; init; }
    public string? Unit { get; init; }
    public required DateOnly Date { get; init; }
    public required LocalizedText Source { get; init; }
    public required LocalizedText Reason { get; init; }

    public Readers Readers => Readers.Everyone;
}

/// <summary>A line that goes with map and figures: whose data they are.</summary>
internal sealed class Attribution : IHasReaders
{
    public required Guid Id { get; init; }
    public required int Order { get; init; }
    public required LocalizedText Text { get; init; }

    public Readers Readers => Readers.Everyone;
}
