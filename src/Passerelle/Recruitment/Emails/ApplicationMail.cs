using Microsoft.AspNetCore.Components;

namespace Passerelle.Recruitment.Emails;

/// <summary>What every mail about an application knows.</summary>
public abstract class ApplicationMail : ComponentBase
{
    [Parameter, EditorRequired] public Application Application { get; set; } = null!;
    [Parameter, EditorRequired] public Vacancy Vacancy { get; set; } = null!;

    /// <summary>Where it is read: the candidate's own link, or the desk.</summary>
    [Parameter, EditorRequired] public string Link { get; set; } = "";
}
