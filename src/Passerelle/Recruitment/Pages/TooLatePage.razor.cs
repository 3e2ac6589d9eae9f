namespace Passerelle.Recruitment.Pages;

/// <summary>The deadline has passed: what time it was, to the millisecond, and why that is too late.</summary>
public sealed partial class TooLatePage
{
    public sealed record View(Vacancy Vacancy, DateTimeOffset At);

    internal static IResult Answer(Vacancy vacancy, DateTimeOffset at) => Show(new(vacancy, at), StatusCodes.Status422UnprocessableEntity);
}
