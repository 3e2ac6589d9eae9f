using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>A piece of evidence: a document, a public address, a photo, or several of them, and the day that it shows.</summary>
public sealed class Proof : IHasReaders
{
    public required Guid Id { get; init; }
    public required Guid ProjectId { get; init; }
    public LocalizedText Title { get; internal set; } = LocalizedText.Empty();
    public Guid? FileId { get; init; }
    public string? Address { get; init; }
    public Guid? PhotoId { get; init; }

    /// <summary>What the photo shows, in words.</summary>
    public LocalizedText PhotoAlt { get; internal set; } = LocalizedText.Empty();
    public required DateOnly On { get; init; }
    public Guid? OfferedBy { get; init; }
    public required DateTimeOffset OfferedAt { get; init; }
    public Guid? AcceptedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public LocalizedText Refusal { get; private set; } = LocalizedText.Empty();

    public bool IsAccepted => AcceptedAt is not null;

    public bool IsRefused => RefusedAt is not null;

    /// <summary>Its files, the photo too.</summary>
    public IEnumerable<Guid> Files => new[] { FileId, PhotoId }.OfType<Guid>();

    /// <summary>Whether something of it can still be seen when these files are lost.</summary>
    public bool StillShows(IReadOnlySet<Guid> lost) => Address is not null || Files.Any(f => !lost.Contains(f));

    internal bool Accept(Act act)
    {
        if (IsAccepted)
        {
            return false;
        }

        (AcceptedBy, AcceptedAt, RefusedAt, Refusal) = (act.Person, act.At, null, LocalizedText.Empty());
        return true;
    }

    internal void Refuse(LocalizedText reason, Act act) => (AcceptedBy, AcceptedAt, RefusedAt, Refusal) = (null, null, act.At, reason);

    public Readers Readers => IsAccepted ? Readers.Everyone : Readers.Inside;

    public Guid? PartOf => ProjectId;
}

/// <summary>What is offered as proof.</summary>
public sealed record Evidence(Guid? File, string? Address, Guid? Photo, LocalizedText PhotoAlt)
{
    internal void MustShowSomething()
    {
        if (File is null && Address is null && Photo is null)
        {
            throw new RuleBroken(T("rule.proof.evidence"), "file");
        }

        if (Address is not null && !PublicAddress.Is(Address))
        {
            throw new RuleBroken(T("rule.proof.private"), "address");
        }

        if (Photo is not null && PhotoAlt.IsEmpty)
        {
            throw new RuleBroken(T("rule.proof.alt"), $"alt.{Language.Content}");
        }
    }
}
