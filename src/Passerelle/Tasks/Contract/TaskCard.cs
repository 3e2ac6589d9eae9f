using Passerelle.Platform.Localization;

namespace Passerelle.Tasks.Contract;

/// <summary>Something that a person is asked to do.</summary>
/// <param name="Path">Where it is done, without language.</param>
public sealed record TaskCard(Guid Id, LocalizedText Title, string Path, DateOnly? Due, DateTimeOffset AskedAt, int Version)
{
    /// <summary>One person asked another, who may hand it back.</summary>
    public bool MayHandBack { get; init; }

    public bool IsOverdue(DateOnly today) => Due < today;
}
