using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Programme.Contract;

namespace Passerelle.ActionGroups;

/// <summary>Tells the programme's pages which group carries an action: of a past year, as it was on its last day.</summary>
internal sealed class GroupCarriers(GroupShelf shelf, Clock clock) : ActionCarriers
{
    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>> Of(int year, CancellationToken stop = default)
    {
        var today = clock.Today;
        var carriers = (await shelf.Read(stop)).CarriersOn(year < today.Year ? new DateOnly(year, 12, 31) : today);
        return carriers
            .Select(a => (Action: a.Key, Groups: a.Where(g => g.Phase != Phase.Proposed).Select(Card).ToList()))
            .Where(a => a.Groups.Count > 0)
            .ToDictionary(a => a.Action, a => (IReadOnlyList<CarrierCard>)a.Groups, StringComparer.Ordinal);
    }

    private static CarrierCard Card(ShelvedGroup group) =>
        new(group.Id, group.Name, $"/groups/{group.Slug}", (group.Paused ? Texts.T("phase.paused") : Texts.PhaseName(group.Phase)) + (group.Lack.Words() is { } lack ? $" · {lack}" : ""));
}
