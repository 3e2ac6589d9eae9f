using Passerelle.Platform;
using Passerelle.Platform.Data;
using static Passerelle.Recruitment.Selection.SelectionTexts;

namespace Passerelle.Recruitment.Selection;

/// <summary>The word that ends a difference between two verdicts: said by one of the two it waits for the other, said by the Director it stands.</summary>
public sealed record Settlement
{
    public string Code { get; init; } = "";
    public bool Meets { get; init; }
    public string Reason { get; init; } = "";
    public Guid Author { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The other juror, where they agreed.</summary>
    public Guid? AgreedBy { get; init; }
    public bool IsSettled { get; init; }
}

/// <summary>How the differences between the two verdicts on an application were settled.</summary>
public sealed class Admissibility : Root
{
    private Admissibility()
    {
    }

    public Guid ApplicationId { get; private set; }
    public List<Settlement> Settlements { get; private set; } = [];

    protected override string Kind => "selection";

    protected override Guid Subject => ApplicationId;

    public static Admissibility Of(Guid application) => new() { ApplicationId = application };

    /// <summary>Settles a difference, as who leads; as one of the two jurors, proposes how.</summary>
    public void Settle(string code, bool meets, string reason, bool leads, Dossier dossier, Act act)
    {
        var author = MustSettle(code, leads, dossier, act);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken(T("rule.verdict.reason"), "reason");
        }

        // Who gave one of the two verdicts does not settle alone what the other finds.
        var alone = leads && dossier.Standing.Sheets.All(s => s.JurorId != author);
        Put(new() { Code = code, Meets = meets, Reason = reason, Author = author, At = act.At, IsSettled = alone });
        Record(act, alone ? "selection.settled" : "selection.settlement-proposed", data: [("criterion", code)]);
    }

    /// <summary>The other of the two jurors agrees to what one proposed: that settles it.</summary>
    public void Agree(string code, Dossier dossier, Act act)
    {
        var other = MustSettle(code, leads: false, dossier, act);
        if (Settlements.Find(s => s.Code == code) is not { } proposed || proposed.Author == other)
        {
            throw new RuleBroken(T("rule.settle.other"));
        }

        Put(proposed with { AgreedBy = other, IsSettled = true });
        Record(act, "selection.settled", data: [("criterion", code)]);
    }

    /// <summary>A verdict counts no longer: what was settled between the two falls with it.</summary>
    public void Reopen(Act act)
    {
        Settlements = [];
        Record(act, "selection.reopened");
    }

    private static Guid MustSettle(string code, bool leads, Dossier dossier, Act act)
    {
        dossier.MustBeUnderWay(act);
        if (act.Person is not { } author || !(leads || dossier.Standing.Sheets.Any(s => s.JurorId == author)))
        {
            throw new RuleBroken(T("rule.settle.who"));
        }

        return dossier.Standing.Open.Contains(code) ? author : throw new RuleBroken(T("rule.settle.none"));
    }

    private void Put(Settlement settlement) => Settlements = [.. Settlements.Where(s => s.Code != settlement.Code), settlement];
}
