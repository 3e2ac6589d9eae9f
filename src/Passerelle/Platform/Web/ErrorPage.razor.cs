using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Passerelle.Platform.Web;

/// <summary>What went wrong and where to go from here. <c>Model</c> is the status.</summary>
public sealed partial class ErrorPage
{
    [Parameter]
    public string? Detail { get; set; }

    private int Known => Model is 403 or 404 or 409 or 413 or 422 or 429 or 503 ? Model : 500;

    private string Title => WebTexts.T($"error.{Known}.title");

    public static IResult Answer(int status, string? detail = null) =>
        new RazorComponentResult<ErrorPage>(new Dictionary<string, object?> { [nameof(Model)] = status, [nameof(Detail)] = detail })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}
