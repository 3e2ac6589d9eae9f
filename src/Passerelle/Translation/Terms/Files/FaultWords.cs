using Passerelle.Kernels.Translation.Xml;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Terms.Files;

/// <summary>What is wrong with a file, and where, in the reader's language.</summary>
internal static class FaultWords
{
    public static string Say(WrongFile wrong)
    {
        var what = FaultTexts.T(wrong.Id, [.. wrong.Arguments, "", "", ""]);
        var where = string.Join(", ", new[]
        {
            wrong.Line > 0 ? FaultTexts.T("line", wrong.Line) : null, wrong.Column > 0 ? FaultTexts.T("column", wrong.Column) : null, wrong.Path.Length > 0 ? wrong.Path : null,
        }.OfType<string>());
        return where.Length == 0 ? what : FaultTexts.T("where", what, where);
    }
}

internal static class FaultTexts
{
    internal static TextSource Source { get; } = new(typeof(FaultTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);
}
