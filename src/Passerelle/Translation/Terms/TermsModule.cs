using Passerelle.Platform.Web;

namespace Passerelle.Translation.Terms;

/// <summary>The term base: what the grouping's words are called in each language.</summary>
internal static class TermsModule
{
    public static IServiceCollection AddTerms(this IServiceCollection services) => services;

    public static void MapTerms(this Site site)
    {
    }
}
