using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Dashboard.Pages;

/// <summary>The accessibility statement: what is aimed at, what is checked and how, and whom to tell.</summary>
public sealed partial class AccessibilityPage
{
    public sealed record View(GroupingCard? Grouping);

    public static async Task<IResult> Get(GroupingFacts facts) => Show(new(await facts.Get()));
}
