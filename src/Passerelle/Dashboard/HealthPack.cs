using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Dashboard;

/// <summary>What coordinators of the demonstration said of their groups, month by month, in demo/health.json.</summary>
internal sealed class HealthPack(Clock clock) : PackPart
{
    private readonly List<HealthNote> _notes = [];

    public override int Order => 80;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var people = PackPeople.In(pack);
        var groups = pack.NamesIn("demo/groups");
        foreach (var item in pack.FilesIn("demo", "health.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("notes").List("notes")))
        {
            item.Keys("group", "by", "date", "level", "words");
            var (group, by) = (item.OneOf("group", "group", groups), item.OneOf("by", "person", people.Keys));
            var (on, level, words) = (item.Day("date"), item.OneOf<HealthLevel>("level", "level"), item.Text("words"));
            if (_notes.Exists(n => n.GroupId == PackIds.Of("group", group) && n.On == on))
            {
                item.Fail("date", $"«{group}» has a note of that day already");
            }
            else if (!words.IsEmpty)
            {
                _notes.Add(HealthNote.Say(PackIds.Of("health", $"{group}/{on:O}"), PackIds.Of("group", group), level, words, new(people.GetValueOrDefault(by)?.Id, clock.At(on, new TimeOnly(17, 0)))));
            }
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_notes);
        return Task.CompletedTask;
    }
}
