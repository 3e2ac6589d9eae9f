using Passerelle.Platform.Localization;

namespace Passerelle.Bodies;

/// <summary>One of the grouping's bodies.</summary>
internal sealed class Body : IHasReaders
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalizedText Name { get; init; }

    /// <summary>How many seats it has; nothing when that is not known.</summary>
    public int? Seats { get; init; }
    public required LocalizedText Note { get; init; }
    public required LocalizedText Rhythm { get; init; }

    public Readers Readers => Readers.Everyone;
}
