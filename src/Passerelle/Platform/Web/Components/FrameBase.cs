using Microsoft.AspNetCore.Components;

namespace Passerelle.Platform.Web.Components;

/// <summary>What both documents, the public one and the workspace, are told by their page.</summary>
public abstract class FrameBase : ComponentBase
{
    /// <summary>The thing that the page shows; the window's title is «thing · section · grouping».</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter] public string? Section { get; set; }
    [Parameter] public string? Description { get; set; }

    /// <summary>From the second level down; the page itself comes last, without an address.</summary>
    [Parameter] public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <summary>The whole width of the window, for a map or a wide table.</summary>
    [Parameter] public bool Wide { get; set; }

    /// <summary>A form came back with errors: the window's title says so first.</summary>
    [Parameter] public bool Wrong { get; set; }
    [Parameter] public bool NoIndex { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>More for the head: feeds, a script module.</summary>
    [Parameter] public RenderFragment? Head { get; set; }

    /// <summary>Given here, or by whoever draws the page.</summary>
    [Parameter] public FrameInfo? Info { get; set; }
    [CascadingParameter] public FrameInfo? AmbientInfo { get; set; }

    protected FrameInfo Known => Info ?? AmbientInfo ?? new FrameInfo { Language = Localization.Language.Interface };
}
