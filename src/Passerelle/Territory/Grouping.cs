using System.Globalization;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Territory;

/// <summary>The grouping itself, of which an installation has one: its facts, and the acts that happen to its territory.</summary>
internal sealed class Grouping : Root, IHasReaders
{
    public static readonly Guid TheId = Guid.Parse("7d0f6c1e-9a53-8c40-b2ae-50a55e7e11e0");

    public Grouping() => Id = TheId;

    public required string Pack { get; init; }
    public required LocalizedText Name { get; init; }
    public required LocalizedText ShortName { get; init; }
    public required DateOnly Founded { get; init; }

    /// <summary>The official languages, the first is the default.</summary>
    public required List<string> Languages { get; init; }
    public required string Zone { get; init; }
    public required LocalizedText Place { get; init; }
    public required string PlaceCommune { get; init; }
    public required string Email { get; init; }
    public required LocalizedText Travel { get; init; }

    /// <summary>Whose boundaries the map shows; nothing while it is schematic.</summary>
    public string? BoundaryCredit { get; private set; }

    /// <summary>The day whose communes the imported boundaries are.</summary>
    public DateOnly? BoundariesOn { get; private set; }

    public Readers Readers => Readers.Everyone;

    protected override string Kind => "territory";

    public void TakeBoundaries(DateOnly on, int count, string? credit, Act act)
    {
        (BoundariesOn, BoundaryCredit) = (on, credit);
        Record(act, "territory.boundaries-imported", isPublic: true, data:
        [
            ("count", count.ToString(CultureInfo.InvariantCulture)),
            ("on", on.Iso()),
        ]);
    }

    public void DropBoundaries(Act act)
    {
        (BoundariesOn, BoundaryCredit) = (null, null);
        Record(act, "territory.boundaries-dropped", isPublic: true);
    }
}
