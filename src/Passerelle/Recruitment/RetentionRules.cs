namespace Passerelle.Recruitment;

/// <summary>How long what candidates gave is kept, counted from the closing of the procedure.</summary>
public static class RetentionRules
{
    public const int MonthsAfterClosing = 3;

    /// <summary>With consent, for the reserve list.</summary>
    public const int YearsInReserve = 2;
}
