namespace Passerelle.Recruitment;

/// <summary>What a candidate says of themselves.</summary>
/// <param name="Language">An official language: the candidate's own, in which they are written to.</param>
/// <param name="CivilServant">Whether they are one today, which decides on the contract.</param>
/// <param name="Declared">The codes of the criteria that they say they meet.</param>
/// <param name="KeepInReserve">They agree to be kept on the reserve list, at most for so long as the rules of retention allow.</param>
public sealed record CandidateFacts(string Name, string Language, Regime? Regime, bool? CivilServant, IReadOnlyList<string> Declared, bool KeepInReserve);
