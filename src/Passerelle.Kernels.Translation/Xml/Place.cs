using System.Globalization;
using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Xml;

/// <summary>Where an element began; the outermost of those read together also knows the way to it.</summary>
internal sealed record Place(int Line, int Column, string? Path = null)
{
    /// <summary>«/xliff/file[2]/unit[5]/segment»: a number where an earlier sibling has the same name.</summary>
    public static string PathOf(XElement element)
    {
        if (element.Annotation<Place>()?.Path is { } path)
        {
            return path;
        }

        var same = element.ElementsBeforeSelf(element.Name).Count();
        return (element.Parent is { } parent ? PathOf(parent) : "") + Step(element.Name.LocalName, same + 1);
    }

    public static string Step(string name, int number) =>
        number > 1 ? string.Create(CultureInfo.InvariantCulture, $"/{name}[{number}]") : "/" + name;
}
