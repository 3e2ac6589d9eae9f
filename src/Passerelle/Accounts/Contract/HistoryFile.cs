using System.Globalization;
using Passerelle.Platform;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;

namespace Passerelle.Accounts.Contract;

/// <summary>The kinds of file that a history is taken away as: the endings of its address.</summary>
public enum HistoryFileKind
{
    Csv,
    Xlsx,
}

/// <summary>A history as a file: the lines that its page shows to the same reader, all of them.</summary>
public static class HistoryFile
{
    /// <param name="kind">CSV or Excel.</param>
    /// <param name="name">The file's name without ending.</param>
    /// <param name="lines">As EventWording worded them, newest first.</param>
    /// <param name="clock">The zone in which the moments are written.</param>
    /// <param name="days">Days alone, as on a page that shows no hours.</param>
    /// <param name="who">Whether to say who acted, and why.</param>
    /// <param name="inside">Whether to say of each line if the public sees it.</param>
    public static IResult Of(HistoryFileKind kind, string name, IReadOnlyList<HistoryLine> lines, Clock clock, bool days, bool who, bool inside)
    {
        string[] heads = [Texts.T(days ? "history.day" : "history.moment"), Texts.T("history.what"), .. who ? [Texts.T("history.who"), Texts.T("history.why")] : Array.Empty<string>(), .. inside ? [Texts.T("history.seen")] : Array.Empty<string>()];
        var rows = lines.Select(line => (IReadOnlyList<string>)
        [
            clock.ToLocal(line.At).ToString(days ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            who ? line.Text : line.Whole,
            .. who ? [line.Who ?? "", line.Reason ?? line.Words?.Read(Language.Content).Value ?? ""] : Array.Empty<string>(),
            .. inside ? [Texts.T(line.IsPublic ? "history.public" : "history.inside")] : Array.Empty<string>(),
        ]);
        return kind == HistoryFileKind.Csv ? TableFile.Csv(name, heads, rows) : TableFile.Excel(name, heads, rows);
    }
}
