using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Projects.Pages;
using Passerelle.Tasks.Contract;

namespace Passerelle.Projects;

/// <summary>The demonstration's presentations: demo/presentations.json, with slides in demo/slides. They are planned and given by the same acts as any other.</summary>
internal sealed class PresentationsPack(Clock clock, TaskDesk tasks) : PackPart
{
    public const string File = "demo/presentations.json";

    private readonly List<object> _rows = [];

    public override int Order => 85;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        if (!pack.Has(File) || pack.ReadJson(File) is not { } json)
        {
            return;
        }

        var people = PackPeople.In(pack);
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var item in json.Keys("presentations").List("presentations"))
        {
            if (item.Slug("key") is { Length: > 0 } key && !keys.Add(key))
            {
                item.Fail("key", $"«{key}» is there twice");
            }
            else
            {
                _rows.AddRange(new PresentationPackReading(pack, item, clock, people).Read());
            }
        }
    }

    public override async Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_rows);
        foreach (var at in _rows.OfType<Presentation>().SelectMany(p => p.Questions).Where(q => q.Owner is not null).GroupBy(q => q.SettledAt!.Value))
        {
            await tasks.AskAll([.. at.Select(PresentationAnswerPage.TaskOf)], Act.BySystem(at.Key), stop);
        }
    }
}
