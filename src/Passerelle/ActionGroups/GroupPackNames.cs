using Passerelle.Accounts.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Pack;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.ActionGroups;

/// <summary>What a group's file may name: people, communes, themes, actions, other groups.</summary>
internal sealed class GroupPackNames(PackFolder pack)
{
    private readonly PackTerritory _territory = PackTerritory.Of(pack);
    private readonly PackProgramme _programme = PackProgramme.Of(pack);
    private readonly IReadOnlyDictionary<string, PackPerson> _people = PackPeople.In(pack);
    private readonly IReadOnlySet<string> _mandated = PackMandates.People(pack);
    private readonly HashSet<string> _actionGroups = [.. Slugs(pack).Where(f => pack.PeekJson(f)?.Optional("type") == "action").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    public IReadOnlyList<string> Files { get; } = [.. Slugs(pack)];

    public bool HasCommune(string code) => _territory.HasCommune(code);

    public bool HasTheme(string code) => _programme.Themes.Contains(code);

    public bool HasAction(string code) => _programme.HasAction(code);

    public bool HasActionGroup(string slug) => _actionGroups.Contains(slug);

    public bool HasMandate(string person) => _mandated.Contains(person);

    public PackPerson? Person(string slug) => _people.GetValueOrDefault(slug);

    private static IEnumerable<string> Slugs(PackFolder pack) => pack.FilesIn("demo/groups", "*.json");
}
