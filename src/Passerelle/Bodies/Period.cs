namespace Passerelle.Bodies;

/// <summary>Days from the first to the last, both included; without a last one, open.</summary>
internal static class Period
{
    public static bool Overlap(DateOnly from, DateOnly? until, DateOnly otherFrom, DateOnly? otherUntil) =>
        from <= (otherUntil ?? DateOnly.MaxValue) && otherFrom <= (until ?? DateOnly.MaxValue);

    public static bool Holds(DateOnly from, DateOnly? until, DateOnly day) => from <= day && (until is null || day <= until);
}
