using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Files.Pages;

namespace Passerelle.Translation.Files;

/// <summary>What goes out of the desk as files and comes in again: documents, XLIFF, TMX.</summary>
internal static class FilesModule
{
    private const int Order = 80;
    private const int WorkspaceOrder = 36;

    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddScoped<WaitingFiles>()
        .AddScoped<FilePage.Tools>()
        .AddScoped<XliffDesk>()
        .AddScoped<MemoryIntake>()
        .AddSingleton<IAtStart, InterfaceTextsAtStart>()
        .AddHostedService<InterfaceTextsWatch>()
        .AddScoped<IPersonalData, FilesData>();

    public static void MapFiles(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["deskfile."] = FileTexts.Source;
        registry.EventWords["memory."] = FileTexts.Source;
        registry.EventWords["texts."] = FileTexts.Source;
        registry.Workspace.Add(new(() => FileTexts.T("interface"), "/desk/translation/interface", WorkspaceOrder, For: who => InterfaceTexts.May(who) && !TranslationAccess.MayWork(who))); // the others come to it from the documents
        registry.EventSubjects["deskfile."] = Names;
        registry.TextHomes[nameof(DeskFile)] = new("files", () => FileTexts.T("files"), Order, Places);

        pages.MapGet("/desk/translation/files", FilesPage.Get);
        pages.MapPost("/desk/translation/files", FilesPage.Post);
        pages.MapGet("/desk/translation/files/{id:guid}", FilePage.Get);
        pages.MapGet("/desk/translation/files/{id:guid}/original", FilePage.Original);
        pages.MapGet("/desk/translation/files/{id:guid}/translated", FilePage.Translated);
        pages.MapGet("/desk/translation/files/{id:guid}/remove", FileRemovePage.Get);
        pages.MapPost("/desk/translation/files/{id:guid}/remove", FileRemovePage.Post);
        pages.MapGet("/desk/translation/xliff.zip", XliffOut.Package);
        pages.MapGet("/desk/translation/xliff", XliffPage.Get);
        pages.MapPost("/desk/translation/xliff", XliffPage.Post);
        pages.MapGet("/desk/translation/xliff/{id:guid}", XliffTakePage.Get);
        pages.MapPost("/desk/translation/xliff/{id:guid}", XliffTakePage.Post);
        pages.MapGet(TranslationModule.Unit + "/xliff-1.2", XliffOut.Get12);
        pages.MapGet(TranslationModule.Unit + "/xliff-2.1", XliffOut.Get21);
        pages.MapGet("/desk/translation/interface", InterfacePage.Get);
        pages.MapPost("/desk/translation/interface", InterfacePage.Post);
        pages.MapGet("/desk/translation/interface.zip", InterfacePage.Package);
        pages.MapGet("/desk/translation/interface/{id:guid}", InterfaceTakePage.Get);
        pages.MapPost("/desk/translation/interface/{id:guid}", InterfaceTakePage.Post);
        pages.MapGet("/desk/translation/memory/export.tmx", MemoryExport.Get);
        pages.MapGet("/desk/translation/memory/import", MemoryImportPage.Get);
        pages.MapPost("/desk/translation/memory/import", MemoryImportPage.Post);
        pages.MapGet("/desk/translation/memory/import/{id:guid}", MemoryTakePage.Get);
        pages.MapPost("/desk/translation/memory/import/{id:guid}", MemoryTakePage.Post);
    }

    private static async Task<IReadOnlyDictionary<Guid, TextPlace>> Places(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        (await Names(services, ids, stop)).ToDictionary(n => n.Key, n => new TextPlace(LocalizedText.Worded(() => n.Value), DeskFile.PathOf(n.Key)));

    private static async Task<IReadOnlyDictionary<Guid, string>> Names(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        await services.GetRequiredService<PlatformDb>().Set<DeskFile>().Where(f => EF.Parameter(ids).Contains(f.Id)).Select(f => new { f.Id, f.Name }).ToDictionaryAsync(f => f.Id, f => f.Name, stop);
}
