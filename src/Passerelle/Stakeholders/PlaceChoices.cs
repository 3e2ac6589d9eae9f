using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Web;
using Passerelle.Projects.Contract;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>The groups and projects in which somebody can be given a role: those at work.</summary>
internal sealed class PlaceChoices(GroupList groups, ProjectList projects)
{
    /// <param name="only">Only these groups and the projects that they lead or take part in; every one when null.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<IReadOnlyList<(string Value, string Label)>> All(IReadOnlySet<Guid>? only = null, CancellationToken stop = default) =>
    [
        .. (await groups.All(stop)).Values.Where(g => g.IsActive && only?.Contains(g.Id) != false).OrderBy(g => g.Here, StringComparer.CurrentCulture).Select(g => ($"group:{g.Id}", T("place.group", g.Here))),
        .. (await projects.All(stop)).Where(p => p.IsOpen && (only is null || only.Contains(p.LeadGroup) || p.Groups.Any(only.Contains))).OrderBy(p => p.Here, StringComparer.CurrentCulture).Select(p => ($"project:{p.Id}", T("place.project", p.Here))),
    ];

    /// <summary>What was chosen; an error at the field when it is none of the choices.</summary>
    public static (Guid? Group, Guid? Project) Read(Form form, IReadOnlyList<(string Value, string Label)> choices, bool optional = false)
    {
        var typed = form["place"];
        if (typed.Length == 0 && optional)
        {
            return (null, null);
        }

        if (choices.All(c => c.Value != typed))
        {
            form.Fail("place", T("rule.place"));
            return (null, null);
        }

        var id = Guid.Parse(typed.AsSpan(typed.IndexOf(':', StringComparison.Ordinal) + 1));
        return typed.StartsWith("group:", StringComparison.Ordinal) ? (id, null) : (null, id);
    }
}
