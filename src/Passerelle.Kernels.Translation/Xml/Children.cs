using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Xml;

internal static class Children
{
    /// <summary>The first child of a name, whatever its namespace; null without one.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
