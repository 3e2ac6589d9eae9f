using Passerelle.Kernels.Translation.Xml;

namespace Passerelle.Kernels.Translation.Documents;

/// <summary>
/// A document as blocks to translate, which writes itself again with their translations: a block without one keeps its text, and all
/// that is no text stays as it was. It can be written as often as one likes.
/// </summary>
public abstract class TextDocument
{
    /// <summary>The blocks in the order of reading.</summary>
    public abstract IReadOnlyList<TextBlock> Blocks { get; }

    /// <summary>What was met in reading that somebody should know.</summary>
    public abstract IReadOnlyList<Remark> Remarks { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="file">Not closed.</param>
    /// <param name="kind">What it is meant to be; Word is judged by its content, never by its name.</param>
    /// <param name="language">The language of its text: «fr», «fr-BE».</param>
    /// <exception cref="WrongFile">It cannot be read, or is of another kind.</exception>
    public static TextDocument Read(Stream file, DocumentKind kind, string language) => kind switch
    {
        DocumentKind.Word => new WordDocument(file, language),
        DocumentKind.Markdown => new MarkdownText(TextFile.Read(file)),
        _ => new PlainText(TextFile.Read(file)),
    };

    /// <summary>What would keep these translations from being written; empty when nothing does.</summary>
    /// <param name="translations">By the ids of their blocks.</param>
    public IReadOnlyList<BlockFault> Check(IReadOnlyDictionary<string, string> translations)
    {
        var blocks = Blocks.ToDictionary(b => b.Id, StringComparer.Ordinal);
        return [.. translations.SelectMany(t => blocks.TryGetValue(t.Key, out var block)
            ? BlockTags.Faults(block, t.Value)
            : [new(t.Key, BlockFaults.BlockUnknown, [])])];
    }

    /// <summary>Writes the document with translations in the place of the texts.</summary>
    /// <param name="file">Not closed.</param>
    /// <param name="translations">By the ids of their blocks.</param>
    /// <param name="language">The language of the translations, for the spelling checker: «nl-BE».</param>
    /// <exception cref="WrongBlocks">A translation lacks a tag or has one too many; nothing is written.</exception>
    public void Write(Stream file, IReadOnlyDictionary<string, string> translations, string language)
    {
        if (Check(translations) is { Count: > 0 } faults)
        {
            throw new WrongBlocks(faults);
        }

        Put(file, translations, language);
    }

    private protected abstract void Put(Stream file, IReadOnlyDictionary<string, string> translations, string language);
}
