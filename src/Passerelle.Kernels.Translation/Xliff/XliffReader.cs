using System.Xml;
using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Xliff;

/// <summary>Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2 (core), unit by unit.</summary>
public static class XliffReader
{
    /// <summary>The document, with ids as the file has them.</summary>
    /// <param name="file">Read forward only; not closed.</param>
    /// <exception cref="WrongFile">It cannot be read, is no XLIFF, or has one id twice.</exception>
    public static XliffDocument Read(Stream file)
    {
        using var xml = new SafeXml(file, doctype: true);
        xml.Root();
        if (xml.Name != "xliff")
        {
            throw xml.Wrong(Faults.OtherKind, "xliff", xml.Name);
        }

        var version = xml.Attribute("version") ?? throw xml.Wrong(Faults.Missing, "version");
        return version is "1.0" or "1.1" or "1.2" ? new(Files(xml, null))
            : version is "2.0" or "2.1" or "2.2" ? new(Files(xml, (Needed(xml, "srcLang"), xml.Attribute("trgLang") ?? "")))
            : throw xml.Wrong(Faults.OtherVersion, "xliff", version);
    }

    /// <param name="xml">Behind the root's beginning.</param>
    /// <param name="languages">Of the whole document, in version 2; null where each file names its own.</param>
    private static List<XliffFile> Files(SafeXml xml, (string Source, string Target)? languages)
    {
        List<XliffFile> files = [];
        while (xml.Read())
        {
            if (xml.Node == XmlNodeType.Element && xml.Name == "file")
            {
                files.Add(languages is { } pair ? File2(xml, pair.Source, pair.Target) : File12(xml, files.Count + 1));
            }
        }

        return files.Select(f => f.Id).Distinct(StringComparer.Ordinal).Count() == files.Count ? files
            : throw xml.Wrong(Faults.Duplicate, files.GroupBy(f => f.Id, StringComparer.Ordinal).First(g => g.Count() > 1).Key);
    }

    private static XliffFile File2(SafeXml xml, string source, string target)
    {
        var file = new XliffFile(Needed(xml, "id"), xml.Attribute("original") ?? "", xml.Attribute("revision", XliffNames.Ours) ?? "", source, target, []);
        return Within(xml, file, new XliffUnits2());
    }

    private static XliffFile File12(SafeXml xml, int number)
    {
        var id = xml.Attribute("id", XliffNames.Ours) ?? "f" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var file = new XliffFile(id, xml.Attribute("original") ?? "", xml.Attribute("revision", XliffNames.Ours) ?? "", Needed(xml, "source-language"), xml.Attribute("target-language") ?? "", []);
        return Within(xml, file, new XliffUnits12());
    }

    private static XliffFile Within(SafeXml xml, XliffFile file, IXliffUnits units)
    {
        string? noted = null;
        for (var empty = xml.IsEmpty; !empty && xml.Read();)
        {
            if (xml.Node == XmlNodeType.EndElement && xml.Name == "file")
            {
                break;
            }

            if (xml.Node == XmlNodeType.Element && xml.Name is "header" or "notes")
            {
                noted ??= xml.Element().Descendants().Where(e => e.Name.LocalName == "note" && (e.Attribute("from") ?? e.Attribute("category"))?.Value == XliffNames.Us)
                    .Select(n => XliffNames.RevisionIn(n.Value)).FirstOrDefault(r => r is not null);
            }
            else
            {
                units.Take(xml);
            }
        }

        return file with { Revision = file.Revision.Length > 0 ? file.Revision : noted ?? "", Units = units.All() };
    }

    private static string Needed(SafeXml xml, string name) => xml.Attribute(name) is { Length: > 0 } value ? value : throw xml.Wrong(Faults.Missing, name);
}

/// <summary>Collects the units of a file while it is read.</summary>
internal interface IXliffUnits
{
    /// <summary>What was just read: the beginning of a unit is read to its end.</summary>
    void Take(SafeXml xml);

    IReadOnlyList<XliffUnit> All();
}
