using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Xml;

/// <summary>
/// A file that cannot be taken as it is: what is wrong, as an id with arguments for a text in the reader's language,
/// and where. The ids are those of <see cref="Faults"/>; the message is for a log, never for a reader.
/// </summary>
public sealed class WrongFile : Exception
{
    /// <param name="id">One of <see cref="Faults"/>.</param>
    /// <param name="arguments">What its text names: numbers, names from the file; in the order that <see cref="Faults"/> tells.</param>
    /// <param name="line">From 1; 0 when the fault has no line.</param>
    /// <param name="column">From 1, in UTF-16 units; 0 when the fault has no column.</param>
    /// <param name="path">The way to the element («/tmx/body/tu[12]»), the file inside a package, or nothing.</param>
    /// <param name="cause">What a reader underneath said.</param>
    public WrongFile(string id, IReadOnlyList<string>? arguments = null, int line = 0, int column = 0, string path = "", Exception? cause = null)
        : base($"{id} ({string.Join(", ", arguments ?? [])}) at {line}:{column} {path}", cause)
    {
        Id = id;
        Arguments = arguments ?? [];
        Line = line;
        Column = column;
        Path = path;
    }

    /// <summary>One of <see cref="Faults"/>.</summary>
    public string Id { get; }

    /// <summary>What the fault's text names.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>From 1; 0 when the fault has no line.</summary>
    public int Line { get; }

    /// <summary>From 1, in UTF-16 units; 0 when the fault has no column.</summary>
    public int Column { get; }

    /// <summary>The way to the element, the file inside a package, or nothing.</summary>
    public string Path { get; }

    /// <summary>The same fault, found in a file of a package.</summary>
    internal WrongFile In(string file) => new(Id, Arguments, Line, Column, Path.Length > 0 ? $"{file}:{Path}" : file, this);

    /// <summary>A fault at an element that <see cref="SafeXml"/> read.</summary>
    internal static WrongFile At(XElement element, string id, params IReadOnlyList<string> arguments)
    {
        var place = element.Annotation<Place>() ?? new Place(0, 0);
        return new(id, arguments, place.Line, place.Column, Place.PathOf(element));
    }
}
