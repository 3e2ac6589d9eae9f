namespace Passerelle.Kernels.Translation.Tmx;

/// <summary>What a translation memory says of itself: TMX 1.4b, element «header».</summary>
/// <param name="SourceLanguage">«fr-FR»; «*all*» when every variant may be the source.</param>
/// <param name="Tool">What made it.</param>
/// <param name="ToolVersion">Its version.</param>
/// <param name="Written">When.</param>
/// <param name="Notes">Free remarks.</param>
public sealed record TmxHeader(string SourceLanguage, string Tool, string ToolVersion, DateTimeOffset? Written = null, IReadOnlyList<string>? Notes = null);

/// <summary>One text in one language.</summary>
/// <param name="Language">As the file writes it («fr-BE»).</param>
/// <param name="Text">With tags as <see cref="Tags"/> writes them; a tag has the same number in all variants of its unit.</param>
public sealed record TmxVariant(string Language, string Text);

/// <summary>The same text in several languages: TMX 1.4b, «tu».</summary>
/// <param name="Id">«tuid»; nothing asks it to be unique.</param>
/// <param name="Variants">Two or more.</param>
/// <param name="Previous">The source segment before it in its document.</param>
/// <param name="Next">The source segment behind it.</param>
/// <param name="Origin">Which text it comes from.</param>
/// <param name="Author">Who made or last changed it.</param>
/// <param name="Changed">When it was last changed, or made.</param>
/// <param name="Note">A remark for translators.</param>
public sealed record TmxUnit(
    string? Id,
    IReadOnlyList<TmxVariant> Variants,
    string? Previous = null,
    string? Next = null,
    string? Origin = null,
    string? Author = null,
    DateTimeOffset? Changed = null,
    string? Note = null)
{
    /// <summary>The text in a language, whatever its country; null without one.</summary>
    public string? In(string language) => Variants.FirstOrDefault(v => Language.Of(v.Language) == language)?.Text;
}

/// <summary>What a reader met and did not give out, to be said to who sent the file.</summary>
public sealed class TmxRemarks
{
    private const int MostNamed = 50;
    private readonly SortedDictionary<string, int> _apart = new(StringComparer.Ordinal);
    private readonly List<string> _duplicates = [];

    /// <summary>Units given out.</summary>
    public int Units { get; internal set; }

    /// <summary>Units with fewer than two of the languages asked for; they are not given out.</summary>
    public int Incomplete { get; internal set; }

    /// <summary>How many variants there were of each other language, by the tag that the file writes («de-DE»).</summary>
    public IReadOnlyDictionary<string, int> Apart => _apart;

    /// <summary>How many units have an id that came before, as far as the last hundred thousand or so tell. They are given out all the same: an id need not be unique.</summary>
    public int Duplicates { get; private set; }

    /// <summary>The first fifty such ids.</summary>
    public IReadOnlyList<string> DuplicateIds => _duplicates;

    /// <summary>Translatable texts inside tags («sub»), which are not kept.</summary>
    public int SubFlows { get; internal set; }

    internal void SetApart(string language) => _apart[language] = _apart.GetValueOrDefault(language) + 1;

    internal void Duplicate(string id)
    {
        Duplicates++;
        if (_duplicates.Count < MostNamed)
        {
            _duplicates.Add(id);
        }
    }
}
