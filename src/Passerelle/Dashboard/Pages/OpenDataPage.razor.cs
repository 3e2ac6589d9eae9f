using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;

namespace Passerelle.Dashboard.Pages;

/// <summary>The data that anybody may take, and the product's source.</summary>
public sealed partial class OpenDataPage
{
    /// <param name="What">The key of its words.</param>
    public sealed record DataSet(string What, string Path, int? Year = null);

    public sealed record View(IReadOnlyList<DataSet> Sets);

    public static async Task<IResult> Get(Programmes programmes) => Show(new(
    [
        new("communes", "/territory/communes.csv"),
        .. (await programmes.All()).Where(p => p.Validated is not null).OrderByDescending(p => p.Year)
            .Select(p => new DataSet("actions", $"/programme/{p.Year}/actions.csv", p.Year)),
    ]));
}
