namespace Passerelle.Platform.Web;

/// <summary>
/// A page says until when it is true by itself: what shows a coming date is not kept beyond it. The earliest of
/// several moments counts, of those that are not over.
/// </summary>
public static class ShownUntil
{
    private static readonly object Key = new();

    public static void ShowUntil(this HttpContext http, IEnumerable<DateTimeOffset?> moments, DateTimeOffset now)
    {
        if (moments.Append(http.UntilOf()).Where(m => m > now).Min() is { } until)
        {
            http.Items[Key] = until;
        }
    }

    internal static DateTimeOffset? UntilOf(this HttpContext http) => http.Items.TryGetValue(Key, out var until) ? (DateTimeOffset?)until : null;
}
