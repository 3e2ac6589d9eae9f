using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Translation.Terms.Files;
using Passerelle.Translation.Terms.Pages;

namespace Passerelle.Translation.Terms;

/// <summary>The term base: what the grouping's words are called in each language.</summary>
internal static class TermsModule
{
    public static IServiceCollection AddTerms(this IServiceCollection services) => services
        .AddSingleton<TermShelf>()
        .AddScoped<PackPart, TermsPack>()
        .AddScoped<PackPart, DemoTermsPack>()
        .AddScoped<IPersonalData, TermsData>();

    public static void MapTerms(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["term."] = TermTexts.Source;
        registry.EventSubjects["term."] = Names;
        registry.Workspace.Add(new(() => TermTexts.T("terms"), "/desk/terms", 35, For: TranslationAccess.MayWork));

        pages.MapGet("/desk/terms", TermsPage.Get);
        pages.MapGet("/desk/terms/export.tbx", TermExport.GetTbx);
        pages.MapGet("/desk/terms/export.csv", TermExport.GetCsv);
        pages.MapGet("/desk/terms/new", NewTermPage.Get);
        pages.MapPost("/desk/terms/new", NewTermPage.Post).RequireRateLimiting(Limits.PublicForm);
        pages.MapGet("/desk/terms/import", ImportPage.Get);
        pages.MapPost("/desk/terms/import", ImportPage.Post);
        pages.MapGet("/desk/terms/import/{id:guid}", TakePage.Get);
        pages.MapPost("/desk/terms/import/{id:guid}", TakePage.Post);
        pages.MapGet("/desk/terms/{id:guid}", TermPage.Get);
        pages.MapGet("/desk/terms/{id:guid}/change", ChangeTermPage.Get);
        pages.MapPost("/desk/terms/{id:guid}/change", ChangeTermPage.Post);
        pages.MapGet("/desk/terms/{id:guid}/accept", DecidePage.GetAccept);
        pages.MapPost("/desk/terms/{id:guid}/accept", DecidePage.PostAccept);
        pages.MapGet("/desk/terms/{id:guid}/refuse", DecidePage.GetRefuse);
        pages.MapPost("/desk/terms/{id:guid}/refuse", DecidePage.PostRefuse);
        pages.MapGet("/desk/terms/{id:guid}/retire", DecidePage.GetRetire);
        pages.MapPost("/desk/terms/{id:guid}/retire", DecidePage.PostRetire);
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> Names(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        await services.GetRequiredService<PlatformDb>().Set<Term>().Where(t => EF.Parameter(ids).Contains(t.Id)).Select(t => new { t.Id, t.From, t.To })
            .ToDictionaryAsync(t => t.Id, t => $"{t.From} – {t.To}", stop);
}
