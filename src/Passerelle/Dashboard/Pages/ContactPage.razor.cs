using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Dashboard.Pages;

/// <summary>How to reach the grouping.</summary>
public sealed partial class ContactPage
{
    public sealed record View(GroupingCard? Grouping);

    public static async Task<IResult> Get(GroupingFacts facts) => Show(new(await facts.Get()));
}
