using Passerelle.Platform.Pack;

namespace Passerelle.Programme.Contract;

/// <summary>A priority action as a programme of a pack names it, with the group that carries it in that year.</summary>
/// <param name="Fail">Notes a fault at this place in its file.</param>
public sealed record PackAction(int Year, string Code, string? Group, Action<string> Fail);

/// <summary>The codes that a pack's programmes know, for the parts that name them before anything is saved.</summary>
public sealed record PackProgramme(IReadOnlySet<string> Themes, IReadOnlyList<PackAction> Actions)
{
    /// <summary>The axis of each theme and sub-theme, as the latest programme that has it says.</summary>
    public IReadOnlyDictionary<string, string> AxisOfTheme { get; private init; } = new Dictionary<string, string>();

    public int LastYear => Actions.Select(a => a.Year).DefaultIfEmpty(0).Max();

    public bool HasAction(string code) => Actions.Any(a => a.Code == code);

    /// <summary>Reads the codes alone; what is wrong with these files the programme's own part says.</summary>
    public static PackProgramme Of(PackFolder pack)
    {
        HashSet<string> themes = new(StringComparer.Ordinal);
        List<PackAction> actions = [];
        Dictionary<string, string> axes = new(StringComparer.Ordinal);
        foreach (var file in pack.PeekJson("pack.json") is { } json ? Files(json) : [])
        {
            if (pack.PeekJson(file) is not { } year)
            {
                continue;
            }

            var of = year.Int("year");
            foreach (var (axis, theme) in year.List("axes").SelectMany(a => a.List("themes").Select(t => (a.Optional("code") ?? "", t))).SelectMany(t => t.Item2.List("subThemes").Prepend(t.Item2), (t, theme) => (t.Item1, theme)))
            {
                themes.Add(theme.Optional("code") ?? "");
                axes[theme.Optional("code") ?? ""] = axis;
                actions.AddRange(theme.List("priorityActions").Select(a => new PackAction(of, a.Optional("code") ?? "", a.Optional("group"), reason => a.FailIn(pack, "group", reason))));
            }
        }

        return new(themes, actions) { AxisOfTheme = axes };
    }

    /// <summary>The files of the programmes, the oldest first.</summary>
    internal static IReadOnlyList<string> Files(PackItem packJson) => packJson.Words("programmes", "file", name => Path.GetFileName(name) == name);
}
