using Passerelle.Platform.Web;
using Passerelle.Translation.Files;
using Passerelle.Translation.Machine;
using Passerelle.Translation.Memory;
using Passerelle.Translation.Pages;
using Passerelle.Translation.Terms;

namespace Passerelle.Translation;

/// <summary>The desk through which every text goes: the queue, the editor, the memory, the terms, the files.</summary>
public static class TranslationModule
{
    internal const string Unit = "/desk/translation/{owner}/{id:guid}/{property}/{into}";

    public static IServiceCollection AddTranslation(this IServiceCollection services) => services
        .AddScoped<DeskTexts>()
        .AddScoped<UnitStore>()
        .AddScoped<MemoryBook>()
        .AddSingleton<MemoryShelf>()
        .AddScoped<Aid>()
        .AddScoped<Queue>()
        .AddScoped<Parity>()
        .AddScoped<Figures>()
        .AddScoped<Accounts.Contract.IPersonalData, TranslationData>()
        .AddScoped<Contract.WaitingTexts>()
        .AddScoped<UnitPage.Tools>()
        .AddFiles()
        .AddMachine()
        .AddTerms();

    public static void MapTranslation(this Site site)
    {
        site.Pages.MapGet("/desk/translation", QueuePage.Get);
        site.Pages.MapPost("/desk/translation/ask", Asking.Post);
        site.Pages.MapGet("/desk/translation/figures", FiguresPage.Get);
        site.Pages.MapGet("/desk/translation/memory", MemoryPage.Get);
        site.Pages.MapGet("/desk/translation/memory/{number:long}/remove", ForgetPairPage.Get);
        site.Pages.MapPost("/desk/translation/memory/{number:long}/remove", ForgetPairPage.Post);
        site.Pages.MapGet(Unit, UnitPage.Get);
        site.Pages.MapPost(Unit + "/segments/{order:int}/type", UnitPage.Type);
        site.Pages.MapPost(Unit + "/segments/{order:int}/confirm", UnitPage.Confirm);
        site.Pages.MapPost(Unit + "/segments/{order:int}/note", UnitPage.Note);
        site.Pages.MapPost(Unit + "/segments/{order:int}/dismiss", UnitPage.Dismiss);
        site.Pages.MapPost(Unit + "/forward", UnitPage.Forward);
        site.Pages.MapGet(Unit + "/history", UnitHistoryPage.Get);
        site.Pages.MapGet(Unit + "/assign", AssignPage.Get);
        site.Pages.MapPost(Unit + "/assign", AssignPage.Post);
        site.Pages.MapGet(Unit + "/waive", WaivePage.Get);
        site.Pages.MapPost(Unit + "/waive", WaivePage.Post);
        site.Pages.MapGet(Unit + "/switch", SwitchPage.Get);
        site.Pages.MapPost(Unit + "/switch", SwitchPage.Post);

        var registry = site.Registry;
        registry.EventWords["translation."] = Texts.Source;
        registry.EventWords["text."] = Texts.Source;
        registry.Slots.Add(new("today", 12, TranslationSlots.Today));
        registry.Slots.Add(new("members-post", 20, Asking.CardFor("Post")));
        registry.Workspace.Add(new(() => Texts.T("queue"), "/desk/translation", 34, For: TranslationAccess.MayWork));
        site.MapFiles();
        site.MapMachine();
        site.MapTerms();
    }
}
