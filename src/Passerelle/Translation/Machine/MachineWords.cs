using System.Globalization;
using Passerelle.Platform.Localization;
using static Passerelle.Translation.Machine.MachineTexts;

namespace Passerelle.Translation.Machine;

/// <summary>What became of an ask, in words, and what to do next.</summary>
internal static class MachineWords
{
    public static string Of(string engine, MachineAsk ask) => ask.State switch
    {
        AskState.Waiting when ask.Code.Length > 0 => T("again", Why(engine, ask.Code), Say.ShortDateTime(ask.NextTry)),
        AskState.Waiting or AskState.Sent => T("asked", engine, Say.ShortDateTime(ask.AskedAt)),
        AskState.Answered => N("answered", ask.Answers.Count(a => a.Length > 0), engine, Say.ShortDateTime(ask.EndedAt ?? ask.AskedAt)),
        _ => T("failed", Why(engine, ask.Code)),
    };

    private static string Why(string engine, string code) => code switch
    {
        EngineCodes.TimeOut or EngineCodes.Unreachable or EngineCodes.Late => T("why.away", engine),
        EngineCodes.Moved => T("why.moved"),
        EngineCodes.Checks => T("why.checks"),
        EngineCodes.Unreadable or EngineCodes.Count => T("why.unreadable", engine),
        "401" or "403" or "-20005" or "-20006" or "-20007" or "-20014" => T("why.key", engine),
        "429" or "456" or "-20028" => T("why.quota", engine),
        "413" or "-20021" or "-40010" => T("why.long", engine),
        "-20000" or "-20001" or "-20002" or "-20003" or "-20013" => T("why.language", engine),
        _ when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status >= 500 => T("why.away", engine),
        _ => T("why.other", engine),
    };
}
