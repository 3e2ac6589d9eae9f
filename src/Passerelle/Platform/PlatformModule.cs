using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Passerelle.Platform.Data;
using Passerelle.Platform.Demo;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Files;
using Passerelle.Platform.Jobs;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;

namespace Passerelle.Platform;

/// <summary>The ground that every capability stands on.</summary>
public static class PlatformModule
{
    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder)
    {
        var (services, settings) = (builder.Services, builder.Configuration);
        var options = new PlatformOptions
        {
            Demo = settings.GetValue("demo", false) && !settings.GetValue("empty", false),
            PackFolder = settings["pack"] ?? FindPack(builder.Environment),
            PublicUrl = Arguments.PublicUrl(settings),
            UploadLimit = settings.GetValue("UploadLimitMegabytes", 25) * 1024L * 1024,
        };
        var clock = new Clock(TimeProvider.System);
        if (options.Demo)
        {
            clock.Set(Arguments.StartOfStory(settings["now"], clock));
        }

        var folder = new DataFolder(Arguments.DataFolderOf(settings));
        services.AddSingleton(options).AddSingleton(clock).AddSingleton(folder);
        services.AddSingleton<Vault>().AddSingleton<VirusScanner>().AddSingleton<Readiness>().AddSingleton<EventSignal>().AddSingleton<Registry>().AddSingleton<Generations>();
        services.AddPlatformData(settings, folder);
        services.AddScoped<Visit>().AddScoped<PackLoader>().AddScoped<MailMoment>().AddScoped<MailDesk>().AddScoped<FileStore>().AddScoped<FormFiles>().AddScoped<HtmlRenderer>().AddScoped<PdfPrinter>();
        services.Configure<EmailOptions>(settings.GetSection("Email"));
        services.AddHostedService<Start>();
        services.AddSingleton<EventPump>().AddHostedService(p => p.GetRequiredService<EventPump>());
        services.AddSingleton<JobRunner>().AddHostedService(p => p.GetRequiredService<JobRunner>());
        services.AddSingleton<MailFolder>().AddSingleton<MailSender>().AddHostedService(p => p.GetRequiredService<MailSender>());
        services.AddHostedService<GenerationsTail>();
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        AddWeb(builder, options);
        return builder;
    }

    public static WebApplication UsePlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<HeadStep>();
        app.UseMiddleware<ReadinessStep>();
        app.UseMiddleware<PageCacheStep>();
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeadersStep>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600" });
        app.UseMiddleware<LanguageStep>();
        app.UseMiddleware<FaultStep>();
        app.UseRouting();
        app.UseMiddleware<SameSiteStep>();
        app.UseMiddleware<BannerStep>();
        return app;
    }

    public static Site MapPlatform(this WebApplication app)
    {
        var site = new Site(app);
        app.MapHealth();
        app.MapSitemap(site.Registry, site.Options);
        app.MapLanguageSwitch();
        if (site.Options.Demo)
        {
            site.MapDemo();
        }

        app.Map("{*path}", (Visit visit) => visit.NotFound()).WithOrder(int.MaxValue); // MapFallback, bound at compile time, would leave /fr/old.html blank
        return site;
    }

    private static void AddWeb(WebApplicationBuilder builder, PlatformOptions options)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddCascadingValue(provider => provider.GetRequiredService<Visit>());
        services.AddCascadingValue(provider => provider.GetRequiredService<Visit>() is { InRequest: true } visit ? visit.Frame : new FrameInfo { Language = Localization.Language.Interface });
        services.AddHttpContextAccessor();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
        // The transport's limit lies above the rule's, so that an oversize file gets its form back.
        var transport = (options.UploadLimit * 2) + (8 * 1024 * 1024);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Limits.MaxRequestBodySize = transport;
            k.AddServerHeader = false;
        });
        services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = transport;
            o.ValueLengthLimit = 16 * 1024 * 1024;
            o.ValueCountLimit = 4096;
        });
    }

    private static string FindPack(IHostEnvironment environment)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        for (; folder is not null; folder = folder.Parent)
        {
            var pack = System.IO.Path.Combine(folder.FullName, "packs", "eurometropole");
            if (Directory.Exists(pack))
            {
                return pack;
            }
        }

        return System.IO.Path.Combine(environment.ContentRootPath, "packs", "eurometropole");
    }
}
