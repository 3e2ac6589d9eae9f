namespace Passerelle.Recruitment.Pages;

/// <summary>What becomes of the data of candidates: for what, who reads them, how long, which rights.</summary>
public sealed partial class PrivacyPage
{
    public sealed record View;

    internal static IResult Get() => Show(new());
}
