using Passerelle.Kernels.Translation.Documents;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Files;

/// <summary>
/// A document that was brought to the desk, to be given back in the other language with its formatting. Its paragraphs
/// are the lines of one text, so that queue, editor and memory treat it as any other.
/// </summary>
public sealed class DeskFile : Root, IHasReaders
{
    private DeskFile()
    {
    }

    public string Name { get; private set; } = "";
    public DocumentKind Format { get; private set; }
    public Guid FileId { get; private set; }
    public string From { get; private set; } = "";
    public string To { get; private set; } = "";
    public Guid? UploadedBy { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Its sentences may be seen by all who work at the desk, and kept in the shared memory.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>A paragraph a line.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.Empty();

    public Readers Readers => IsPublic ? Readers.Everyone : Readers.Inside;

    public TextKey Key => new(nameof(DeskFile), Id, nameof(Text), To);

    public string Path => PathOf(Id);

    /// <summary>What the file is called in the other language.</summary>
    public string TranslatedName => $"{System.IO.Path.GetFileNameWithoutExtension(Name)}-{To}{System.IO.Path.GetExtension(Name)}";

    protected override string Kind => "deskfile";

    public static string PathOf(Guid id) => $"/desk/translation/files/{id}";

    public static DeskFile Add(Guid id, StoredFile file, Paper paper, string from, string to, bool isPublic, Act act)
    {
        var added = new DeskFile
        {
            Id = id,
            Name = file.Name,
            Format = paper.Format,
            FileId = file.Id,
            From = from,
            To = to,
            UploadedBy = act.Person,
            At = act.At,
            IsPublic = isPublic,
            Text = LocalizedText.Of(from, (from, paper.Text)),
        };
        added.Record(act, "deskfile.added", data: [("from", from), ("into", to)]);
        return added;
    }

    /// <summary>It goes, and leaves the trace that it was there.</summary>
    public void Remove(Act act) => Record(act, "deskfile.removed", personal: Name, data: [("from", From), ("into", To)]);

    /// <summary>Who brought it has left.</summary>
    public void Forget() => UploadedBy = null;
}
