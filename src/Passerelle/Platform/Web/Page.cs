using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Passerelle.Platform.Web;

/// <summary>
/// A page: its static handlers load, act and answer; the component only draws <see cref="Model"/>.
/// Nothing is rendered before the handler has decided status and model.
/// </summary>
public abstract class Page<TSelf, TModel> : ComponentBase
    where TSelf : Page<TSelf, TModel>
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;

    [CascadingParameter]
    public Visit Visit { get; set; } = default!;

    /// <summary>Answers with this page. A form that is not in order answers 422, one that lost a race 409.</summary>
    protected static IResult Show(TModel model, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<TSelf>(new Dictionary<string, object?> { [nameof(Model)] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>Answers with this page and the status that its form asks for.</summary>
    protected static IResult Show(TModel model, Form form) =>
        Show(model, form.Conflicted ? StatusCodes.Status409Conflict
            : form.Ok ? StatusCodes.Status200OK
            : StatusCodes.Status422UnprocessableEntity);
}
