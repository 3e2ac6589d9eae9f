using System.IO.Compression;
using System.Text;

namespace Passerelle.Platform.Files;

/// <summary>The kinds of file that are taken, told by their content.</summary>
public static class FileKind
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.text";
    private const string OpenDocumentSlides = "application/vnd.oasis.opendocument.presentation";

    /// <summary>The kinds that can be shown on a screen, page by page.</summary>
    public static IReadOnlySet<string> Slides { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "application/pdf", "application/vnd.openxmlformats-officedocument.presentationml.presentation", OpenDocumentSlides,
    };

    private static readonly (string Type, byte[] Start)[] Starts =
    [
        ("application/pdf", "%PDF-"u8.ToArray()),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("image/webp", "RIFF"u8.ToArray()),
    ];

    private static readonly (string Entry, string Type)[] Packages =
    [
        ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("content.xml", OpenDocument),
    ];

    /// <summary>The content type, or null for a kind that is not taken. The stream must seek.</summary>
    public static async Task<string?> Of(Stream content)
    {
        var head = new byte[4096];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        var start = head.AsMemory(0, length);
        foreach (var (type, signature) in Starts)
        {
            if (start.Span.StartsWith(signature) && (type != "image/webp" || (length > 12 && start.Span[8..12].SequenceEqual("WEBP"u8))))
            {
                return type;
            }
        }

        return start.Span.StartsWith("PK\x03\x04"u8) ? Package(content)
            : await IsText(content) ? "text/plain; charset=utf-8"
            : null;
    }

    private static string? Package(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var kind = Packages.FirstOrDefault(p => zip.GetEntry(p.Entry) is not null).Type;
            return kind == OpenDocument && IsSlides(zip) ? OpenDocumentSlides : kind;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Open documents of all kinds hold the same entries; the first one says which it is.</summary>
    private static bool IsSlides(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 200 } entry)
        {
            return false;
        }

        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Trim() == OpenDocumentSlides;
    }

    private static async Task<bool> IsText(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), false, 8192, leaveOpen: true);
        var buffer = new char[8192];
        try
        {
            while (await reader.ReadAsync(buffer) is > 0 and var read)
            {
                if (buffer.AsSpan(0, read).ContainsAnyInRange('\0', '\u0008') || buffer.AsSpan(0, read).TrimStart().StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || buffer.AsSpan(0, read).TrimStart().StartsWith("<html", StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
