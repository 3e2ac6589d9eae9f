using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Pages;

/// <summary>All that waits to be translated or read over, the most urgent first.</summary>
public sealed partial class QueuePage
{
    private const int MostBegun = 110;
    private const int MostShown = 700;

    public sealed record View(IReadOnlyList<QueueLine> Lines, int Count, int Words, QueueFilter Filter, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<string> Sections);

    internal static async Task<IResult> Get(Visit visit, Queue queue, People people, Registry registry)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var (stop, filter) = (visit.Http.RequestAborted, Asked(visit, registry));
        var (lines, count, words) = await queue.Read(who, filter, stop);
        return Show(new(lines, count, words, filter, await people.Cards(lines.Select(l => l.AssignedTo).OfType<Guid>(), stop), Sections(registry)));
    }

    /// <summary>The filter that stands in the address.</summary>
    internal static QueueFilter Asked(Visit visit, Registry registry) => new(
        visit.Query("into") is { } into && Language.Official.Contains(into) ? into : null, visit.Query<Step>("step"),
        visit.Query("section") is { } section && Sections(registry).Contains(section) ? section : null, visit.Query<Whose>("whose") ?? Whose.All, visit.Query("q"), visit.PageNumber);

    /// <summary>The words alone, as many as a look at them needs.</summary>
    private static string Cut(string words, bool isMarkdown, int most) => Say.Beginning(isMarkdown ? Markdown.ToPlain(words) : words, most);

    private static List<string> Sections(Registry registry) => [.. registry.TextHomes.Values.OrderBy(h => h.Order).Select(h => h.Section).Distinct()];

    private static int Pages(int count) => (count + Queue.PageSize - 1) / Queue.PageSize;

    private string Address(QueueFilter filter, string path = "/desk/translation")
    {
        List<string> asked = [];
        void Ask(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                asked.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        Ask("into", filter.Language);
        Ask("step", filter.Step?.ToString().ToLowerInvariant());
        Ask("section", filter.Section);
        Ask("whose", filter.Whose == Whose.All ? null : filter.Whose.ToString().ToLowerInvariant());
        Ask("q", filter.Words);
        Ask("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null);
        return Href.To(path) + (asked.Count == 0 ? "" : "?" + string.Join('&', asked));
    }
}
