using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;

namespace Passerelle.Territory;

/// <summary>The pack's first part: languages, sides, partners, communes, who touches whom.</summary>
internal sealed class TerritoryPack(PlatformOptions options) : PackPart
{
    private readonly List<object> _read = [];

    public override int Order => 10;

    public override void Read(PackFolder pack)
    {
        _read.Clear();
        if (pack.ReadJson("pack.json") is not { } json)
        {
            return;
        }

        var grouping = new GroupingReading(json);
        grouping.Read(options.Demo);
        var partners = PartnerReading.Read(pack, grouping.Sides);
        var communes = new CommuneReading(pack, grouping.Sides, partners).Read();
        grouping.LookForPlace(communes);
        var touching = AdjacencyReading.Read(pack, communes);
        _read.AddRange([.. grouping.Facts, .. grouping.Sides, .. partners, .. communes, .. touching]);
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_read);
        return Task.CompletedTask;
    }
}
