using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory.Contract;

namespace Passerelle.Projects;

/// <summary>The demonstration's projects: demo/projects/&lt;slug&gt;.json. They are begun, moved and closed by the same acts as any other.</summary>
internal sealed class ProjectsPack(Clock clock) : PackPart
{
    private readonly List<object> _rows = [];

    public override int Order => 70;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var groups = pack.NamesIn("demo/groups");
        var (people, territory) = (PackPeople.In(pack), PackTerritory.Of(pack));
        foreach (var file in pack.FilesIn("demo/projects", "*.json"))
        {
            if (pack.ReadJson(file) is { } json)
            {
                _rows.AddRange(new ProjectPackReading(json, Path.GetFileNameWithoutExtension(file), clock, groups.Contains, people.ContainsKey, territory).Read());
            }
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_rows);
        return Task.CompletedTask;
    }
}
