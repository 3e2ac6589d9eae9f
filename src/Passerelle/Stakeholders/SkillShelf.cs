using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Stakeholders;

/// <summary>The skills that entries name, once each however they are written: kept until an event of an entry.</summary>
internal sealed class SkillShelf(IServiceScopeFactory scopes, Generations generations) : IDisposable
{
    private readonly KeptReading<ILookup<string, string>> _skills = new(scopes, generations, ["stakeholder"], Read);

    /// <summary>For a filter.</summary>
    public async Task<IReadOnlyList<string>> All(CancellationToken stop = default) =>
        [.. (await _skills.Get(stop)).Select(s => s.First()).Order(StringComparer.CurrentCulture)];

    /// <summary>The ways in which one is written.</summary>
    public async Task<IReadOnlyList<string>> Spellings(string skill, CancellationToken stop = default) =>
        [.. (await _skills.Get(stop))[Fold.Of(skill)].Append(skill).Distinct(StringComparer.Ordinal)];

    public void Dispose() => _skills.Dispose();

    private static async Task<ILookup<string, string>> Read(PlatformDb db, CancellationToken stop) =>
        (await db.Set<Stakeholder>().Present().Select(s => s.Skills).ToListAsync(stop)).SelectMany(s => s).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToLookup(Fold.Of);
}
