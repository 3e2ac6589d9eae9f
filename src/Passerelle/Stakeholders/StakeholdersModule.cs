using Passerelle.Accounts.Contract;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Stakeholders.Pages;

namespace Passerelle.Stakeholders;

/// <summary>The directory: the organisations and people with whom groups work.</summary>
public static class StakeholdersModule
{
    public static IServiceCollection AddStakeholders(this IServiceCollection services) => services
        .AddSingleton<SkillShelf>()
        .AddScoped<Reach>()
        .AddScoped<RoleBook>()
        .AddScoped<Removal>()
        .AddScoped<StakeholderSearch>()
        .AddScoped<Duplicates>()
        .AddScoped<PlaceChoices>()
        .AddScoped<IPersonalData, StakeholdersData>()
        .AddScoped<PackPart, StakeholdersPack>()
        .AddEventHandler<WhenNamesChange>();

    public static void MapStakeholders(this Site site)
    {
        var (pages, registry) = (site.Pages, site.Registry);
        registry.EventWords["stakeholder."] = Texts.Source;
        registry.Workspace.Add(new(() => Texts.T("nav"), "/desk/stakeholders", 55, For: who => who.Is(Role.Director, Role.Coordinator)));
        registry.Slots.Add(new("group-desk", 30, StakeholderSlots.Group));
        registry.Slots.Add(new("today", 40, StakeholderSlots.Today));
        registry.Slots.Add(new("today", 41, StakeholderSlots.Own));

        pages.MapGet("/desk/stakeholders", StakeholdersPage.Get);
        pages.MapGet("/desk/stakeholders.csv", StakeholdersPage.GetCsv);
        pages.MapGet("/desk/stakeholders.xlsx", StakeholdersPage.GetExcel);
        pages.MapGet("/desk/stakeholders/new", AddPage.Get);
        pages.MapPost("/desk/stakeholders/new", AddPage.Post);
        pages.MapGet("/desk/stakeholders/members", MembersPage.Get);
        pages.MapPost("/desk/stakeholders/members", MembersPage.Post);
        pages.MapGet("/desk/stakeholders/duplicates", DuplicatesPage.Get);
        site.MapEntry();
        site.MapMerging();
    }

    private static void MapEntry(this Site site)
    {
        var entry = site.Pages.MapGroup("/desk/stakeholders/{id:guid}");
        entry.MapGet("", StakeholderPage.Get);
        entry.MapGet("/change", ChangePage.Get);
        entry.MapPost("/change", ChangePage.Post);
        entry.MapGet("/roles/new", RolePage.Get);
        entry.MapPost("/roles/new", RolePage.Post);
        entry.MapGet("/roles/{role:guid}/end", RoleEndPage.Get);
        entry.MapPost("/roles/{role:guid}/end", RoleEndPage.Post);
        entry.MapGet("/contacts/new", ContactPage.Get);
        entry.MapPost("/contacts/new", ContactPage.Post);
        entry.MapGet("/consent", ConsentPage.Get);
        entry.MapPost("/consent", ConsentPage.Post);
        entry.MapGet("/withdraw", WithdrawPage.Get);
        entry.MapPost("/withdraw", WithdrawPage.Post);
        entry.MapGet("/remove", RemovePage.Get);
        entry.MapPost("/remove", RemovePage.Post);
    }

    private static void MapMerging(this Site site)
    {
        var entry = site.Pages.MapGroup("/desk/stakeholders/{id:guid}");
        entry.MapGet("/merge", MergeChoosePage.Get);
        entry.MapGet("/merge/{other:guid}", MergePage.Get);
        entry.MapPost("/merge/{other:guid}", MergePage.Post);
        entry.MapGet("/apart/{other:guid}", ApartPage.Get);
        entry.MapPost("/apart/{other:guid}", ApartPage.Post);
        entry.MapGet("/merges/{merge:guid}/undo", UndoPage.Get);
        entry.MapPost("/merges/{merge:guid}/undo", UndoPage.Post);
    }
}
