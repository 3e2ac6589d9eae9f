using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>
/// What a dictionary does, told by itself and not by where it stands: whatever leads to an action or a file leads to one of
/// these. Names come unescaped («#4AavaScript»).
/// </summary>
internal static class Dangers
{
    /// <summary>Kinds of annotations that carry a file, a film, a sound or a model.</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal) { "FileAttachment", "RichMedia", "3D", "Movie", "Sound" };
    private static readonly string[] FileKeys = ["F", "UF", "DOS", "Mac", "Unix"];

    public static IEnumerable<PdfFaultKind> In(DictionaryToken dictionary, Objects objects)
    {
        var action = objects.Name(dictionary, "S");
        if (action == "JavaScript" || IsScript(objects.Of(dictionary, "JS"), objects) || (action == "URI" && IsScriptAddress(objects.Of(dictionary, "URI"))))
        {
            yield return PdfFaultKind.JavaScript;
        }

        if (action == "Launch")
        {
            yield return PdfFaultKind.Launch;
        }

        if (objects.Name(dictionary, "Type") is "EmbeddedFile" or "RichMediaContent"
            || (objects.Name(dictionary, "Subtype") is { } kind && Carriers.Contains(kind) && dictionary.Data.ContainsKey("Rect"))
            || (objects.Dictionary(dictionary, "EF") is { } files && FileKeys.Any(key => objects.Of(files, key) is StreamToken)))
        {
            yield return PdfFaultKind.EmbeddedFile;
        }
    }

    /// <summary>A text, or a stream that is no picture under that name.</summary>
    private static bool IsScript(IToken? token, Objects objects) =>
        token is StringToken or HexToken
        || (token is StreamToken stream && objects.Name(stream.StreamDictionary, "Subtype") is null);

    private static bool IsScriptAddress(IToken? token) =>
        (token as StringToken)?.Data is { } address && address.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
}
