using Passerelle.Platform.Pack;

namespace Passerelle.Programme.Contract;

/// <summary>A priority action as a programme of a pack names it, with the group that carries it in that year.</summary>
/// <param name="Fail">Notes a fault at this place in its file.</param>
public sealed record PackAction(int Year, string Code, string? Group, Action<string> Fail);

/// <summary>The codes that a pack's programmes know, for the parts that name them before anything is saved.</summary>
/// <param name="AxisOfTheme">The axis of each theme and sub-theme, as the latest programme that has it says.</param>
/// <param name="Actions">The priority actions of every year.</param>
public sealed record PackProgramme(IReadOnlyDictionary<string, string> AxisOfTheme, IReadOnlyList<PackAction> Actions)
{
    public IReadOnlySet<string> Themes { get; } = AxisOfTheme.Keys.ToHashSet(StringComparer.Ordinal);

    public int LastYear => Actions.Select(a => a.Year).DefaultIfEmpty(0).Max();

    public bool HasAction(string code) => Actions.Any(a => a.Code == code);

    /// <summary>Reads the codes alone; what is wrong with these files the programme's own part says.</summary>
    public static PackProgramme Of(PackFolder pack)
    {
        List<PackAction> actions = [];
        Dictionary<string, string> axes = new(StringComparer.Ordinal);
        foreach (var file in pack.PeekJson("pack.json") is { } json ? Files(json) : [])
        {
            if (pack.PeekJson(file) is not { } year)
            {
                continue;
            }

            var of = year.Int("year");
            foreach (var axis in year.List("axes"))
            {
                foreach (var theme in axis.List("themes").SelectMany(t => t.List("subThemes").Prepend(t)))
                {
                    axes[theme.Optional("code") ?? ""] = axis.Optional("code") ?? "";
                    actions.AddRange(theme.List("priorityActions").Select(a => new PackAction(of, a.Optional("code") ?? "", a.Optional("group"), reason => a.FailIn(pack, "group", reason))));
                }
            }
        }

        return new(axes, actions);
    }

    /// <summary>The files of the programmes, the oldest first.</summary>
    internal static IReadOnlyList<string> Files(PackItem packJson) => packJson.Words("programmes", "file", name => Path.GetFileName(name) == name);
}
