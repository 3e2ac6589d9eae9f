using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Dashboard.Pages;

/// <summary>What is really kept about people, why, for how long, and what they can do about it.</summary>
public sealed partial class PrivacyPage
{
    public static IReadOnlyList<string> Kept { get; } = ["account", "membership", "ideas", "mandates", "invitations", "follows", "stakeholders", "acts", "mails", "tasks"];

    public static IReadOnlyList<(string Name, string Key)> Cookies { get; } =
    [
        ("passerelle", "cookie.session"), ("passerelle-second", "cookie.second"), ("passerelle-language", "cookie.language"), ("passerelle-texts", "cookie.texts"), ("passerelle-banner", "cookie.banner"),
    ];

    public sealed record View(GroupingCard? Grouping, IReadOnlyList<RenderFragment> Cards);

    public static async Task<IResult> Get(GroupingFacts facts, Registry registry, HttpContext http) =>
        Show(new(await facts.Get(), await registry.Load(http.RequestServices, "privacy", "", http.RequestAborted)));
}
