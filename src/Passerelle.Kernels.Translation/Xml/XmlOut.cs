using System.Text;
using System.Xml;

namespace Passerelle.Kernels.Translation.Xml;

/// <summary>How every XML file of this kernel is written: UTF-8 without byte order mark, line feeds, and only characters that XML 1.0 has.</summary>
internal static class XmlOut
{
    public static XmlWriter To(Stream file) => XmlWriter.Create(file, new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
        // A carriage return of a text comes back as one only when it is written as a character reference.
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    });

    /// <summary>The text with «\uFFFD» for each character that XML cannot hold (controls, lone surrogates): XML 1.0, production 2.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text, i++, 2);
                continue;
            }

            clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
            {
                return false;
            }
        }

        return true;
    }
}
