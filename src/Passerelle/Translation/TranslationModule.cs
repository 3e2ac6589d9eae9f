using Passerelle.Platform.Web;
using Passerelle.Translation.Terms;

namespace Passerelle.Translation;

/// <summary>The desk through which every text goes: the queue, the editor, the memory, the terms, the files.</summary>
public static class TranslationModule
{
    public static IServiceCollection AddTranslation(this IServiceCollection services) => services
        .AddTerms();

    public static void MapTranslation(this Site site)
    {
        site.Registry.EventWords["translation."] = Texts.Source;
        site.MapTerms();
    }
}
