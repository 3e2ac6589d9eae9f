using System.Text.Json;
using Passerelle.Platform.Data;
using Passerelle.Translation.Terms.Files;

namespace Passerelle.Translation.Terms;

/// <summary>A file that was read and not yet taken: it waits a day for who sent it to look at what it would change.</summary>
public sealed class TermImport
{
    public const int Days = 1;

    private TermImport()
    {
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string FileName { get; private set; } = "";

    /// <summary>A <see cref="TermFile"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    public TermFile File => JsonSerializer.Deserialize<TermFile>(Content)!;

    public static TermImport Of(Guid id, string fileName, TermFile file, Act act) =>
        new() { Id = id, PersonId = act.Person!.Value, At = act.At, FileName = fileName, Content = JsonSerializer.Serialize(file) };
}
