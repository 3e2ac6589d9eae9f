using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Events;
using Passerelle.Platform.Pack;
using Passerelle.Platform.Web;
using Passerelle.Projects.Pages;

namespace Passerelle.Projects;

/// <summary>Links across groups: what they add to the projects.</summary>
internal static class LinkRoutes
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkList>()
        .AddScoped<LinkBook>().AddScoped<LinkAsking>().AddScoped<LinkStore>().AddScoped<LinkSuggestions>().AddScoped<LinkChoiceReading>().AddScoped<LinksFollow>()
        .AddEventHandler<WhenLinksMove>()
        .AddScoped<GroupHistorySource, LinksInHistory>()
        .AddScoped<PackPart, LinksPack>();

    public static void MapLinks(this Site site)
    {
        site.Registry.EventWords["link."] = Texts.Source;
        site.Registry.Slots.AddRange(LinkSlots.All);
        site.Registry.Workspace.Add(new(() => Texts.T("links"), "/desk/links", 21, For: who => who.Is(Role.Director, Role.Coordinator)));

        var links = site.Pages.MapGroup("/desk/links");
        links.MapGet("", LinksPage.Get);
        links.MapGet("/graph", LinkGraphPage.Get);
        links.MapGet("/new", LinkNewPage.Get);
        links.MapPost("/new", LinkNewPage.Post);
        links.MapGet("/{id:guid}", LinkPage.Get);
        links.MapPost("/{id:guid}", LinkPage.Post);
        links.MapGet("/{id:guid}/withdraw", LinkWithdrawPage.Get);
        links.MapPost("/{id:guid}/withdraw", LinkWithdrawPage.Post);
        links.MapGet("/{id:guid}/end", LinkEndPage.Get);
        links.MapPost("/{id:guid}/end", LinkEndPage.Post);
    }
}
