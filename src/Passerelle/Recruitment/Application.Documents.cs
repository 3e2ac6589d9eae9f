using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment;

public enum DocumentSlot
{
    Cv,
    Letter,
}

/// <summary>The documents of an application: one for the CV, and for each official language one letter, which may share a file.</summary>
public sealed partial class Application
{
    /// <summary>The document that holds the letter in a language.</summary>
    public ApplicationDocument? Letter(string language) => Documents.FirstOrDefault(d => d.Slot == DocumentSlot.Letter && d.Languages.Contains(language));

    public ApplicationDocument? Cv => Documents.FirstOrDefault(d => d.Slot == DocumentSlot.Cv);

    /// <summary>
    /// Puts a document in its place. What it replaces in a draft is returned, for its bytes to go; of what was sent it is kept
    /// for a day, until the copy that names it has surely left.
    /// </summary>
    /// <exception cref="RuleBroken">The very same file stands in another place already, or what was sent would no longer be whole.</exception>
    public IReadOnlyList<ApplicationDocument> Put(ApplicationDocument document, Vacancy vacancy, DateTimeOffset at)
    {
        MustBeOpen(vacancy, at);
        var replaced = ReplacedBy(document);
        var isSent = State == ApplicationState.Sent;
        replaced.ForEach(d => d.ReplacedAt = at);
        AllDocuments.Add(document);
        if (isSent && Lacks(vacancy).Count > 0)
        {
            throw new RuleBroken(T("rule.document.whole"));
        }

        if (!isSent)
        {
            AllDocuments.RemoveAll(replaced.Contains);
        }

        Record(Act.BySystem(at), "application.document", data: [("slot", document.Slot.ToString())]);
        return isSent ? [] : replaced;
    }

    /// <summary>What stands in the place of a document that comes.</summary>
    private List<ApplicationDocument> ReplacedBy(ApplicationDocument document)
    {
        List<ApplicationDocument> replaced = [.. Documents.Where(d => d.Slot == document.Slot && (d.Slot == DocumentSlot.Cv || d.Languages.Intersect(document.Languages).Any()))];
        return Documents.Except(replaced).FirstOrDefault(d => d.Sha256 == document.Sha256) is { } same
            ? throw new RuleBroken(T("rule.document.twice", document.FileName, same.PlaceName)) : replaced;
    }

    public ApplicationDocument? Take(Guid document, Vacancy vacancy, DateTimeOffset at)
    {
        MustBeOpen(vacancy, at);
        if (Documents.FirstOrDefault(d => d.Id == document) is not { } found)
        {
            return null;
        }

        if (State == ApplicationState.Sent)
        {
            throw new RuleBroken(T("rule.document.sent"));
        }

        AllDocuments.Remove(found);
        Record(Act.BySystem(at), "application.document-removed", data: [("slot", found.Slot.ToString())]);
        return found;
    }
}

/// <summary>A file as it was received. Its bytes and the text that stands in it lie encrypted in the vault.</summary>
public sealed class ApplicationDocument
{
    private ApplicationDocument()
    {
    }

    /// <param name="languages">Of letters: the language of each page, in their order.</param>
    /// <param name="detected">The language that each part seems to be written in; «» where it cannot be told.</param>
    public ApplicationDocument(Guid application, DocumentSlot slot, IReadOnlyList<string> languages, string fileName, long size, string sha256, int pages, IReadOnlyList<string> detected, bool hasText, DateTimeOffset at)
    {
        (ApplicationId, Slot, Languages, FileName, Size, Sha256, Pages, Detected, HasText, At) = (application, slot, [.. languages], fileName, size, sha256, pages, [.. detected], hasText, at);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApplicationId { get; private set; }
    public DocumentSlot Slot { get; private set; }
    public List<string> Languages { get; private set; } = [];
    public string FileName { get; private set; } = "";
    public long Size { get; private set; }
    public string Sha256 { get; private set; } = "";
    public int Pages { get; private set; }
    public List<string> Detected { get; private set; } = [];
    public bool HasText { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReplacedAt { get; internal set; }

    public VaultName Bytes => new(Id, "pdf");

    public VaultName Text => new(Id, "text");

    /// <summary>Which document it is, such as «letter in Dutch».</summary>
    public string PlaceName => PlaceOf(Slot, Languages);

    /// <summary>What to look at, in words: no text, or another language than it should be in. The panel decides.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. HasText ? [] : new[] { T("warn.notext", PlaceName) },
        .. Languages.Zip(Detected).Where(p => p.Second.Length > 0 && p.First != p.Second).Select(p => T("warn.language", T("letter." + p.First), T("language." + p.Second))),
    ];

    public static string PlaceOf(DocumentSlot slot, IReadOnlyList<string> languages) =>
        slot == DocumentSlot.Cv ? T("document.cv") : languages.Count == 1 ? T("letter." + languages[0]) : T("document.letters");
}
