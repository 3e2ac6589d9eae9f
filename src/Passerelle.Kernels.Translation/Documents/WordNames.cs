using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>Names of WordprocessingML, in the namespace that the part uses: the transitional one, or that of the strict form.</summary>
internal sealed class WordNames(XNamespace space)
{
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly string[] Spaces = ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

    public XName this[string name] => space + name;

    public bool IsWord => Spaces.Contains(space.NamespaceName, StringComparer.Ordinal);

    public bool Is(XElement? element, string name) => element?.Name == space + name;

    /// <summary>The name without namespace, of an element of Word; empty for another.</summary>
    public string Of(XElement element) => element.Name.Namespace == space ? element.Name.LocalName : "";
}
