using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Machine;

/// <summary>Machine translation, where the operator set up an engine: a helper that the desk does without.</summary>
internal static class MachineModule
{
    public static IServiceCollection AddMachine(this IServiceCollection services)
    {
        services.AddSingleton(provider => MachineOptions.Of(provider.GetRequiredService<IConfiguration>()));
        services.AddHttpClient(EngineCall.Client).RemoveAllLoggers()
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<MachineOptions>().Seconds);
                client.MaxResponseContentBufferSize = EngineCall.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Credentials = provider.GetRequiredService<MachineOptions>().Credentials });
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<EngineCall>()
            .AddSingleton<ITranslationEngine>(Engine)
            .AddScoped<MachineDesk>()
            .AddScoped<MachineTaking>()
            .AddScoped<MachineSender>()
            .AddScoped<MachineCallBack>();
    }

    public static void MapMachine(this Site site)
    {
        site.Pages.MapPost(TranslationModule.Unit + "/machine", Asked);
        site.Registry.Slots.Add(new("privacy", 10, MachinePrivacy.Card));
        if (site.App.Services.GetRequiredService<MachineOptions>().Service == MachineOptions.ETranslation)
        {
            site.App.MapPost(MachineSender.CallBackPath + "{secret}", MachineCallBack.Post).WithMetadata(new MachinePost(), new RequestSizeLimitAttribute(MachineCallBack.MostBytes));
        }
    }

    private static async Task<IResult> Asked(string owner, Guid id, string property, string into, Visit visit, MachineDesk desk)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var key = new TextKey(owner, id, property, into);
        return await desk.Ask(key, who, visit.Act, visit.Http.RequestAborted) is { } done
            ? visit.Done(key.Path, MachineTexts.T(done ? "said" : "said.nothing"))
            : visit.Refuse(confidential: true);
    }

    private static ITranslationEngine Engine(IServiceProvider provider)
    {
        var (options, call) = (provider.GetRequiredService<MachineOptions>(), provider.GetRequiredService<EngineCall>());
        return options.Service switch
        {
            MachineOptions.ETranslation => new ETranslation(options, call),
            MachineOptions.DeepL => new DeepL(options, call),
            MachineOptions.LibreTranslate => new LibreTranslate(options, call),
            _ => throw new InvalidOperationException("No engine is set up"),
        };
    }
}
