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

    /// <summary>Says what the tangible result will be.</summary>
    public void Promise(LocalizedText criterion, Act act)
    {
        MustBeOpen();
        if (criterion.IsEmpty)
        {
            throw new RuleBroken(T("rule.criterion.empty"), $"criterion.{Language.Content}");
        }

        Measure(criterion);
        Record(act, "project.promised", isPublic: true);
    }

    /// <summary>Offers something as proof of the result; who coordinates the group accepts it.</summary>
    public Proof Prove(Guid id, LocalizedText title, Evidence evidence, DateOnly on, Act act)
    {
        MustBeOpen();
        if (Criterion.IsEmpty)
        {
            throw new RuleBroken(T("rule.criterion"));
        }

        evidence.MustShowSomething();
        if (on > DateOf(act))
        {
            throw new RuleBroken(T("rule.proof.future"), "on");
        }

        var proof = new Proof
        {
            Id = id,
            ProjectId = Id,
            Title = title,
            FileId = evidence.File,
            Address = evidence.Address,
            PhotoId = evidence.Photo,
            PhotoAlt = evidence.PhotoAlt,
            On = on,
            OfferedBy = act.Person,
            OfferedAt = act.At,
        };
        Proofs.Add(proof);
        EvidenceRevision++;
        Record(act, "project.proof-offered", data: [("proof", id.ToString())]);
        return proof;
    }

    public void Accept(Guid proof, Act act)
    {
        MustBeOpen();
        if (ProofOf(proof).Accept(act))
        {
            EvidenceRevision++;
            Record(act, "project.proof-accepted", isPublic: true, data: [("proof", proof.ToString())]);
        }
    }

    /// <summary>It does not show the result, for a reason that who offered it reads. What was signed must be signed again.</summary>
    public void Refuse(Guid proof, LocalizedText reason, Act act)
    {
        MustBeOpen();
        if (reason.IsEmpty)
        {
            throw new RuleBroken(T("rule.proof.reason"), $"reason.{Language.Content}");
        }

        ProofOf(proof).Refuse(reason, act);
        EvidenceRevision++;
        Record(act, "project.proof-refused", data: [("proof", proof.ToString())]);
    }

    /// <summary>A proof is no longer one: it is gone, private or wrong. What was signed must be signed again.</summary>
    public Proof Withdraw(Guid proof, Act act)
    {
        MustBeOpen();
        var found = ProofOf(proof);
        Proofs.Remove(found);
        EvidenceRevision++;
        Record(act, "project.proof-withdrawn", data: [("proof", proof.ToString())]);
        return found;
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

    /// <summary>Who signed on another criterion signed for something else.</summary>
    private void Measure(LocalizedText criterion)
    {
        if (criterion.Revision != Criterion.Revision)
        {
            EvidenceRevision++;
        }

        Criterion = criterion;
    }
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
