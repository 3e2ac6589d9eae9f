using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Machine;

internal static class MachineTexts
{
    internal static TextSource Source { get; } = new(typeof(MachineTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);

    public static string N(string key, int count, params object?[] args) => Source.Count(key, count, args);
}
