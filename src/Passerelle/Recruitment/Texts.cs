using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment;

internal static class Texts
{
    internal static TextSource Source { get; } = new(typeof(Texts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);

    public static string ContractName(ContractKind kind) => T($"contract.{kind}");

    public static string RegimeName(Regime regime) => T($"regime.{regime}");

    public static string CompetenceName(Competence competence) => T("text." + competence.ToString().ToLowerInvariant());

    /// <summary>Somebody's situation as the table of contracts knows it, such as «regime F, civil servant».</summary>
    public static string Situation(Regime regime, bool civilServant) => T(civilServant ? "situation.servant" : "situation.other", RegimeName(regime));
}
