namespace Passerelle.Platform.Localization;

/// <summary>How many words a text has, as translators count: what stands between white space.</summary>
public static class WordCount
{
    public static int Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
