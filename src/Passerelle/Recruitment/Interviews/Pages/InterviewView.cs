using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>A page with the words of interviews, which the folder above has others than.</summary>
public abstract class InterviewView<TSelf, TModel> : Page<TSelf, TModel>
    where TSelf : Page<TSelf, TModel>
{
    protected static string T(string key, params object?[] args) => InterviewTexts.T(key, args);

    protected static string N(string key, int count, params object?[] args) => InterviewTexts.N(key, count, args);

    protected static string StateName(InterviewState state) => InterviewTexts.StateName(state);

    protected static string TagOf(InterviewState state) => InterviewPart.TagOf(state);

    /// <summary>The way to the interviews of a vacancy, and to one of them.</summary>
    protected static IReadOnlyList<Crumb> CrumbsTo(Vacancy vacancy, InterviewSlot? slot = null, bool list = true) =>
    [
        new(Texts.T("desk"), Href.To("/desk/recruitment")),
        new(vacancy.Title.Read(Language.Content).Value, Href.To($"/desk/recruitment/{vacancy.Slug}")),
        .. list ? [new Crumb(T("interviews"), Href.To(Path(vacancy)))] : Array.Empty<Crumb>(),
        .. slot is null ? Array.Empty<Crumb>() : [new Crumb(slot.When, Href.To(Path(vacancy, slot)))],
    ];

    protected static string Path(Vacancy vacancy, InterviewSlot? slot = null) => $"/desk/recruitment/{vacancy.Slug}/interviews{(slot is null ? "" : "/" + slot.Id)}";
}

/// <summary>The same for a part of a page.</summary>
public abstract class InterviewPart : ComponentBase
{
    public static string TagOf(InterviewState state) => state switch
    {
        InterviewState.Accepted => "right",
        InterviewState.Declined or InterviewState.AsksAnother => "attention",
        _ => "neutral",
    };

    protected static string T(string key, params object?[] args) => InterviewTexts.T(key, args);

    protected static string N(string key, int count, params object?[] args) => InterviewTexts.N(key, count, args);
}
