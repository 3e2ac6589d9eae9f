using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>What capabilities contribute to the frame, to each other's pages, to history and to the sitemap.</summary>
public sealed class Registry
{
    public List<NavigationEntry> Navigation { get; } = [];

    public List<NavigationEntry> Workspace { get; } = [];

    public List<NavigationEntry> Footer { get; } = [];

    public List<SlotEntry> Slots { get; } = [];

    /// <summary>The pages of one's own account, beside those of the account itself.</summary>
    public List<NavigationEntry> Account { get; } = [];

    /// <summary>Small actions at the head of public pages.</summary>
    public List<PageAction> PageActions { get; } = [];

    /// <summary>Queries that list the public addresses of a capability, without language.</summary>
    public List<Func<PlatformDb, CancellationToken, Task<IReadOnlyList<string>>>> Sitemap { get; } = [];

    /// <summary>The texts that word a kind of event, by the beginning of its name («group.»).</summary>
    public Dictionary<string, TextSource> EventWords { get; } = [];

    /// <summary>What the things of a kind are called in histories, by the same beginning: by their ids, in the ambient language, in a query or two.</summary>
    public Dictionary<string, Func<IServiceProvider, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, string>>>> EventSubjects { get; } = [];

    /// <summary>Where the texts of a kind of thing are read, by the name of its class. What has no home goes to the translators all the same, without a link.</summary>
    public Dictionary<string, TextHome> TextHomes { get; } = [];

    /// <summary>
    /// The names of people by their id, in one query: for pages of capabilities that know no accounts. The
    /// capability that keeps accounts sets it; until then nobody has a name.
    /// </summary>
    public Func<IServiceProvider, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, string>>> PersonNames { get; set; } =
        (_, _, _) => Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());
}

/// <param name="Text">The words, in the ambient language.</param>
/// <param name="Path">The address without language.</param>
/// <param name="Order">Its place among the others.</param>
/// <param name="Heading">In the workspace: the section it stands under, or null for the first.</param>
/// <param name="For">Who sees it; everybody when null.</param>
public sealed record NavigationEntry(Func<string> Text, string Path, int Order, Func<string>? Heading = null, Func<Visitor, bool>? For = null);

/// <summary>A card that a higher capability shows on a page of a lower one, such as a commune's groups.</summary>
/// <param name="Place">The page that has the slot: «commune», «theme», «person», «today».</param>
/// <param name="Order">Its place among the others.</param>
/// <param name="Card">Loads what it shows and returns how to draw it, or null for nothing.</param>
public sealed record SlotEntry(string Place, int Order, Func<IServiceProvider, string, CancellationToken, Task<RenderFragment?>> Card);

/// <summary>A link at the head of a public page, the same for all its readers, such as «follow». It asks the database nothing.</summary>
/// <param name="Place">The page: «group», «project», «theme», «commune».</param>
/// <param name="Text">The words, in the ambient language.</param>
/// <param name="Path">Where it leads, without language, from the thing's own name in its address.</param>
public sealed record PageAction(string Place, string Icon, Func<string> Text, Func<string, string> Path);

/// <summary>The things of a kind, as those who translate their texts find them.</summary>
/// <param name="Section">A stable name of the part of the site that they belong to, under which figures are kept.</param>
/// <param name="Name">What that part is called, in the ambient language.</param>
/// <param name="Order">Its place among the others.</param>
/// <param name="Places">What the things are called and where they are read, by their ids, in a query or two.</param>
public sealed record TextHome(string Section, Func<string> Name, int Order, Func<IServiceProvider, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, TextPlace>>> Places)
{
    /// <summary>The properties that are written in Markdown.</summary>
    public IReadOnlyList<string> Markdown { get; init; } = [];

    /// <summary>The most characters of properties that have a limit.</summary>
    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();
}

/// <param name="Title">What the thing is called.</param>
/// <param name="Path">Where it is read, without language.</param>
/// <param name="Group">The group it belongs to, if any.</param>
public sealed record TextPlace(LocalizedText Title, string Path, Guid? Group = null);

public static class Slots
{
    /// <summary>The cards for one place and one thing (its id or code), in order.</summary>
    public static async Task<IReadOnlyList<RenderFragment>> Load(this Registry registry, IServiceProvider services, string place, string key, CancellationToken stop = default)
    {
        List<RenderFragment> cards = [];
        foreach (var slot in registry.Slots.Where(s => s.Place == place).OrderBy(s => s.Order))
        {
            if (await slot.Card(services, key, stop) is { } card)
            {
                cards.Add(card);
            }
        }

        return cards;
    }

    /// <summary>A component, as a card draws it.</summary>
    public static RenderFragment Draw<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent => builder =>
    {
        builder.OpenComponent<T>(0);
        foreach (var (name, value) in parameters)
        {
            builder.AddComponentParameter(1, name, value);
        }

        builder.CloseComponent();
    };
}
