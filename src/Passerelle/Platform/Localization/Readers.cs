namespace Passerelle.Platform.Localization;

/// <summary>Who reads the texts of a thing, and so who may translate them.</summary>
public enum Readers
{
    /// <summary>Members or staff. Translated when somebody asks for it, and by whom it is given to.</summary>
    Inside,

    /// <summary>Everybody. Translated without being asked for.</summary>
    Everyone,

    /// <summary>Read in the words in which they were written: no work for translators.</summary>
    Apart,
}

/// <summary>A thing that says who reads its texts. What says nothing is read inside.</summary>
public interface IHasReaders
{
    Readers Readers { get; }

    /// <summary>The lowest state in which everybody may read a translation of it.</summary>
    TextState Lowest => TextState.Draft;

    /// <summary>The day on which its texts are wanted, such as that of a presentation.</summary>
    DateOnly? WantedBy => null;

    /// <summary>The thing it is counted with: of a group and of what is directly its own the group, of what a project holds the project.</summary>
    Guid? PartOf => null;
}

/// <summary>
/// A thing of a kind whose texts everybody may read as an engine translated them: what a citizen writes does not wait
/// for a translator to be understood on the other side. An engine is asked without anybody having to.
/// </summary>
public interface IMachineReadable : IHasReaders
{
    TextState IHasReaders.Lowest => TextState.Machine;
}

public static class ReadersOfThings
{
    /// <summary>The lowest state that this thing's readers see: what its pages give to <c>Txt</c>.</summary>
    public static TextState LowestShown(this IHasReaders thing) => thing.Lowest;
}
