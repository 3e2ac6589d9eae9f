using Passerelle.Platform.Localization;

namespace Passerelle.Programme.Contract;

/// <summary>A group that carries a priority action, as the programme's pages show it.</summary>
/// <param name="State">Where it stands, in words of the reader's language; null when there is nothing to add.</param>
public sealed record CarrierCard(Guid Id, LocalizedText Name, string Path, string? State = null);

/// <summary>
/// Who carries the priority actions of a year. The capability that knows the groups derives from this and registers
/// itself; a page that shows many actions asks once for all.
/// </summary>
public abstract class ActionCarriers
{
    /// <summary>By action code; an action that nobody carries is absent.</summary>
    public abstract Task<IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>> Of(int year, CancellationToken stop = default);
}
