using Microsoft.AspNetCore.Components;

namespace Passerelle.Platform.Web.Components;

/// <summary>What every field of a form has in common.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired] public Form Form { get; set; } = default!;
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Help { get; set; }
    [Parameter] public bool Optional { get; set; }

    /// <summary>It narrows what a page shows: nothing is asked for, so nothing is said to be required or optional.</summary>
    [Parameter] public bool Filters { get; set; }

    protected string Id => IdOf(Name);

    protected string? Error => Form.ErrorOf(Name);

    protected string? Invalid => Error is null ? null : "true";

    /// <summary>Nothing for aria-required when the field may stay empty.</summary>
    protected string? Required => Optional || Filters ? null : "true";

    protected string? DescribedBy => Described(Id, Help is not null, Error is not null, Form.Theirs(Name) is not null);

    protected override void OnParametersSet() => Form.Call(Name, Label);

    /// <summary>The id of a field's input, to which the summary of errors links.</summary>
    public static string IdOf(string name) => name.Replace('.', '-');

    internal static string? Described(string id, bool help, bool error, bool theirs = false)
    {
        List<string> ids = [];
        if (help)
        {
            ids.Add(id + "-help");
        }

        if (error)
        {
            ids.Add(id + "-error");
        }

        if (theirs)
        {
            ids.Add(id + "-theirs");
        }

        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    /// <summary>The words of a choice, by its value; the value itself when no such choice is left.</summary>
    protected static string? LabelOf(IReadOnlyList<(string Value, string Label)> options, string? value)
    {
        foreach (var option in options)
        {
            if (option.Value == value)
            {
                return option.Label;
            }
        }

        return value;
    }
}
