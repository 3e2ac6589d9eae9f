using Passerelle.Platform;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

public enum ContractKind
{
    FixedTerm,
    Permanent,

    /// <summary>Lent by the authority that the person serves («mise à disposition»), which is not a secondment.</summary>
    MadeAvailable,
}

/// <summary>A line of the table: one contract that somebody in this situation may be offered.</summary>
public sealed record ContractLine
{
    public Regime Regime { get; init; }
    public bool CivilServant { get; init; }
    public ContractKind Kind { get; init; }

    /// <summary>How long a fixed term may be.</summary>
    public int? MostMonths { get; init; }

    /// <summary>How long it may be with all its renewals; none when it is not renewed.</summary>
    public int? MostMonthsInAll { get; init; }
}

/// <summary>What is to be offered: to whom, which contract, for how long.</summary>
/// <param name="MonthsBefore">The months already served under a fixed term, at a renewal.</param>
/// <param name="HomeAuthority">Who lends the person, where one is lent.</param>
public sealed record ContractWanted(Regime Regime, bool CivilServant, ContractKind Kind, int? Months = null, int MonthsBefore = 0, string? HomeAuthority = null);

/// <summary>The decision table of contracts by service regime: it says what may be offered, and names the rule that refuses.</summary>
public static class ContractTable
{
    /// <summary>The contracts that the table allows somebody, in its order.</summary>
    public static IReadOnlyList<ContractLine> For(this IEnumerable<ContractLine> table, Regime regime, bool civilServant) =>
        [.. table.Where(l => l.Regime == regime && l.CivilServant == civilServant)];

    /// <exception cref="RuleBroken">The table does not allow it; the message names the rule.</exception>
    public static void Check(this IEnumerable<ContractLine> table, ContractWanted wanted)
    {
        var possible = table.For(wanted.Regime, wanted.CivilServant);
        if (possible.FirstOrDefault(l => l.Kind == wanted.Kind) is not { } line)
        {
            throw new RuleBroken(T($"rule.contract.{wanted.Kind}", Situation(wanted.Regime, wanted.CivilServant), string.Join(", ", possible.Select(l => ContractName(l.Kind)))), "contract");
        }

        if (wanted.Kind == ContractKind.FixedTerm)
        {
            CheckTerm(line, wanted);
        }
        else if (wanted.Months is not null)
        {
            throw new RuleBroken(T("rule.contract.noterm", ContractName(wanted.Kind)), "months");
        }

        if (wanted.Kind == ContractKind.MadeAvailable && string.IsNullOrWhiteSpace(wanted.HomeAuthority))
        {
            throw new RuleBroken(T("rule.contract.home"), "home");
        }

        if (wanted.Kind != ContractKind.MadeAvailable && !string.IsNullOrWhiteSpace(wanted.HomeAuthority))
        {
            throw new RuleBroken(T("rule.contract.nohome"), "home");
        }
    }

    private static void CheckTerm(ContractLine line, ContractWanted wanted)
    {
        if (wanted.Months is not > 0)
        {
            throw new RuleBroken(T("rule.contract.term"), "months");
        }

        if (wanted.Months > line.MostMonths)
        {
            throw new RuleBroken(T("rule.contract.toolong", line.MostMonths, wanted.Months), "months");
        }

        if (wanted.MonthsBefore > 0 && line.MostMonthsInAll is null)
        {
            throw new RuleBroken(T("rule.contract.norenewal"), "before");
        }

        if (wanted.MonthsBefore > 0 && wanted.MonthsBefore + wanted.Months > line.MostMonthsInAll)
        {
            throw new RuleBroken(T("rule.contract.inall", line.MostMonthsInAll, wanted.MonthsBefore + wanted.Months), "before");
        }
    }
}
