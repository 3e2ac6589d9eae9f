using Microsoft.AspNetCore.Components;
using Passerelle.Recruitment.Emails;

namespace Passerelle.Recruitment.Interviews.Emails;

/// <summary>What every mail about an interview knows.</summary>
public abstract class InterviewMail : ApplicationMail
{
    [Parameter, EditorRequired] public InterviewSlot Slot { get; set; } = null!;

    /// <summary>The first invitation, not a change of it.</summary>
    [Parameter] public bool IsNew { get; set; }

    protected static string T(string key, params object?[] args) => InterviewTexts.T(key, args);

    protected static string N(string key, int count, params object?[] args) => InterviewTexts.N(key, count, args);
}
