using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Programme;

/// <summary>Whoever knows the groups says who carries what; here two actions, one of them by two groups.</summary>
public sealed class CarriedPlatform : TestPlatform
{
    protected override void Configure(IServiceCollection services)
    {
        services.RemoveAll<ActionCarriers>();
        services.AddScoped<ActionCarriers, Known>();
    }

    private sealed class Known : ActionCarriers
    {
        public override Task<IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>> Of(int year, CancellationToken stop = default) =>
            Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<CarrierCard>>>(new Dictionary<string, IReadOnlyList<CarrierCard>>
            {
                ["D2.1"] = [Group("Zuivere lucht", "zuivere-lucht")],
                ["D1.1"] = [Group("Ateliers", "ateliers"), Group("Écluses", "ecluses")],
            });

        private static CarrierCard Group(string name, string slug) => new(Guid.NewGuid(), LocalizedText.Of("fr", ("fr", name), ("nl", name)), "/groups/" + slug);
    }
}

public sealed class CarriersTests(CarriedPlatform platform) : IClassFixture<CarriedPlatform>
{
    [Fact]
    public async Task The_thread_ends_at_the_group_and_begins_there_the_other_way()
    {
        var guest = platform.Visitor();
        var down = await guest.Get("/fr/programme/trace");
        var row = down.Html.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("D2.1", StringComparison.Ordinal));
        Assert.NotNull(row.QuerySelector("a[href='/fr/groups/zuivere-lucht']"));
        Assert.Equal(2, down.Html.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("D1.1", StringComparison.Ordinal)));

        var up = await guest.Get("/fr/programme/trace?from=group");
        var groups = up.Html.QuerySelectorAll("tbody th a").Select(a => a.TextContent).ToList();
        Assert.Equal(["Ateliers", "Écluses", "Zuivere lucht"], groups);
        Assert.NotNull(up.Html.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Zuivere", StringComparison.Ordinal)).QuerySelector("a[href='/fr/programme/orientations/O2']"));
    }

    [Fact]
    public async Task An_action_that_nobody_carries_says_so_wherever_it_stands()
    {
        var guest = platform.Visitor();
        Assert.Contains("Nog geen groep", (await guest.Get("/nl/programme/actions/I6.1")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog geen groep", (await guest.Get("/nl/programme/actions/D2.1")).Main, StringComparison.Ordinal);
        var theme = await guest.Get("/nl/programme/themes/qualite-de-l-air");
        Assert.Single(theme.Html.QuerySelectorAll(".prog-carrier.none"));
        Assert.Equal(24, (await guest.Get("/nl/programme")).Html.QuerySelectorAll(".prog-carrier.none").Length);
    }
}
