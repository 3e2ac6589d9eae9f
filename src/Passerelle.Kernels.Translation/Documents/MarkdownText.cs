namespace Passerelle.Kernels.Translation.Documents;

internal sealed class MarkdownText(TextFile file) : TextDocument
{
    public override IReadOnlyList<TextBlock> Blocks { get; } = [];

    public override IReadOnlyList<Remark> Remarks { get; } = [new(file.Text, [])];

    private protected override void Put(Stream file, IReadOnlyDictionary<string, string> translations, string language)
    {
    }
}
