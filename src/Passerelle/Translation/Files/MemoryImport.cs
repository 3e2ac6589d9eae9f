using System.Globalization;
using Passerelle.Platform.Data;

namespace Passerelle.Translation.Files;

/// <summary>That a file of pairs was taken into the memory: who did, and how much came of it.</summary>
public sealed class MemoryImport : Root
{
    private MemoryImport()
    {
    }

    public string FileName { get; private set; } = "";
    public int Pairs { get; private set; }

    /// <summary>Pairs of the file that were here already.</summary>
    public int Known { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }

    protected override string Kind => "memory";

    public static MemoryImport Of(Guid id, string fileName, int pairs, int known, Act act)
    {
        var import = new MemoryImport { Id = id, FileName = fileName, Pairs = pairs, Known = known, By = act.Person, At = act.At };
        import.Record(act, "memory.imported", personal: fileName, data: [("pairs", pairs.ToString(CultureInfo.InvariantCulture))]);
        return import;
    }

    /// <summary>Who did it has left.</summary>
    public void Forget() => By = null;
}
