using System.Globalization;

namespace Passerelle.Platform.Localization;

/// <summary>Days as forms, addresses and files write them, in every language alike.</summary>
public static class Days
{
    /// <summary>2021-02-19</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
