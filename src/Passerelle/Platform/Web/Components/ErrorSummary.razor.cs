namespace Passerelle.Platform.Web.Components;

public sealed partial class ErrorSummary
{
    /// <summary>
    /// The fields stand below and say their labels as they are drawn; the list is drawn once more when all of them have.
    /// What the page gives itself goes first.
    /// </summary>
    protected override async Task OnParametersSetAsync()
    {
        if (!Form.Ok)
        {
            await Task.Yield();
            Labels = Form.Errors.Select(e => e.Field).Distinct()
                .Select(f => (Field: f, Label: Labels?.GetValueOrDefault(f) ?? Form.LabelOf(f)))
                .Where(f => f.Label is not null)
                .ToDictionary(f => f.Field, f => f.Label!);
        }
    }
}
