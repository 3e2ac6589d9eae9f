using Passerelle.Platform.Localization;

namespace Passerelle.Territory;

/// <summary>A part of the territory: one bank of the border, or one language's part of a bank.</summary>
internal sealed class Side : IHasReaders
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string Country { get; init; }

    /// <summary>The language of the majority.</summary>
    public required string Language { get; init; }
    public required LocalizedText Name { get; init; }

    public Readers Readers => Readers.Everyone;
}
