using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme;

/// <summary>The programme of a year: axes, themes, priority actions and the orientations they carry out.</summary>
public static class ProgrammeModule
{
    public static IServiceCollection AddProgramme(this IServiceCollection services) =>
        services.AddSingleton<Programmes>().AddScoped<PackPart, ProgrammePack>();

    public static void MapProgramme(this Site site)
    {
        site.Registry.EventWords["programme."] = Texts.Source;
    }
}
