using Passerelle.Platform.Data;

namespace Passerelle.Translation.Files;

/// <summary>Words of the interface that somebody put in the place of those that came along.</summary>
public sealed class TextOverride : Root
{
    private TextOverride()
    {
    }

    /// <summary>The texts' name, such as «Passerelle.Tasks.Texts».</summary>
    public string Folder { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Language { get; private set; } = "";
    public string Value { get; private set; } = "";
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }

    protected override string Kind => "texts";

    public static TextOverride Of(string folder, string name, string language, string value, Act act)
    {
        var made = new TextOverride { Folder = folder, Name = name, Language = language };
        made.Say(value, act);
        return made;
    }

    public void Say(string value, Act act)
    {
        (Value, By, At) = (value, act.Person, act.At);
        Record(act, "texts.overridden", data: [("name", Name), ("language", Language)]);
    }

    /// <summary>What came along says the same: it is removed with the next save.</summary>
    public void Restore(Act act) => Record(act, "texts.restored", data: [("name", Name), ("language", Language)]);

    /// <summary>Who said it has left.</summary>
    public void Forget() => By = null;
}
