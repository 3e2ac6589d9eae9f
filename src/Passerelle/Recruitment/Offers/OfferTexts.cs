using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment.Offers;

internal static class OfferTexts
{
    internal static TextSource Source { get; } = new(typeof(OfferTexts));

    public static string T(string key, params object?[] args) => Source.Get(key, args);
}
