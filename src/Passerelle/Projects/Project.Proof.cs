using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

public sealed partial class Project
{
    /// <summary>What shows that the result is there.</summary>
    public List<Proof> Proofs { get; private set; } = [];

    public List<SignOff> SignOffs { get; private set; } = [];

    /// <summary>Counts the changes of the evidence, from 0. A sign-off names the one that it was given for.</summary>
    public int EvidenceRevision { get; private set; }

    public bool IsSignedBy(Guid person) => SignOffs.Exists(s => s.PersonId == person && s.Revision == EvidenceRevision);

    /// <summary>Offers something as proof of the result; who coordinates the group accepts it.</summary>
    public Proof Prove(Guid id, LocalizedText title, ProofKind kind, Guid? file, string? address, DateOnly on, Act act)
    {
        MustBeOpen();
        if (kind == ProofKind.Address ? address is null : file is null)
        {
            throw new RuleBroken(T("rule.proof.evidence"), kind == ProofKind.Address ? "address" : "file");
        }

        if (on > DateOf(act))
        {
            throw new RuleBroken(T("rule.proof.future"), "on");
        }

        var proof = new Proof { Id = id, ProjectId = Id, Title = title, Kind = kind, FileId = file, Address = address, On = on, OfferedBy = act.Person, OfferedAt = act.At };
        Proofs.Add(proof);
        EvidenceRevision++;
        Record(act, "project.proof-offered", data: [("proof", id.ToString())]);
        return proof;
    }

    public void Accept(Guid proof, Act act)
    {
        MustBeOpen();
        var found = ProofOf(proof);
        if (found.IsAccepted)
        {
            return;
        }

        (found.AcceptedBy, found.AcceptedAt) = (act.Person, act.At);
        EvidenceRevision++;
        Record(act, "project.proof-accepted", isPublic: true, data: [("proof", proof.ToString())]);
    }

    /// <summary>A proof is no longer one: it is gone, private or wrong. What was signed must be signed again.</summary>
    public void Withdraw(Guid proof, Act act)
    {
        MustBeOpen();
        Proofs.Remove(ProofOf(proof));
        EvidenceRevision++;
        Record(act, "project.proof-withdrawn", data: [("proof", proof.ToString())]);
    }

    /// <summary>A co-lead vouches for the result, on the evidence as it stands now.</summary>
    public void SignOff(Guid person, College college, int revision, Act act)
    {
        MustBeOpen();
        if (revision != EvidenceRevision)
        {
            throw new Conflict();
        }

        if (!Proofs.Exists(p => p.IsAccepted))
        {
            throw new RuleBroken(T("rule.complete.proof"));
        }

        if (IsSignedBy(person))
        {
            return;
        }

        SignOffs.Add(new() { ProjectId = Id, PersonId = person, College = college, Revision = revision, At = act.At });
        Record(act, "project.signed-off", isPublic: true, person: person, data: [("college", college.ToString())]);
    }

    private Proof ProofOf(Guid id) => Proofs.Find(p => p.Id == id) ?? throw new RuleBroken(T("rule.proof.gone"));
}

public enum ProofKind
{
    File,
    Photo,
    Address,
}

/// <summary>A piece of evidence: a file, a photo or a public address, and the day that it shows.</summary>
public sealed class Proof
{
    public required Guid Id { get; init; }
    public required Guid ProjectId { get; init; }
    public LocalizedText Title { get; internal set; } = LocalizedText.Empty();
    public required ProofKind Kind { get; init; }
    public Guid? FileId { get; init; }
    public string? Address { get; init; }
    public required DateOnly On { get; init; }
    public Guid? OfferedBy { get; init; }
    public required DateTimeOffset OfferedAt { get; init; }
    public Guid? AcceptedBy { get; internal set; }
    public DateTimeOffset? AcceptedAt { get; internal set; }

    public bool IsAccepted => AcceptedAt is not null;
}

/// <summary>The word of one co-lead, for one state of the evidence.</summary>
public sealed class SignOff
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid PersonId { get; init; }
    public required College College { get; init; }
    public required int Revision { get; init; }
    public required DateTimeOffset At { get; init; }
}
