using System.Globalization;
using UglyToad.PdfPig.Tokens;

namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>The size at which a page is seen: what the crop box leaves of the media box, times the user unit, turned.</summary>
internal static class PageSizes
{
    private const double MillimetresOfPoint = 25.4 / 72;
    private const double Tolerance = 2;
    private static readonly (double Width, double Height) A4 = (210, 297);
    private static readonly Box Letter = new(0, 0, 612, 792);

    /// <summary>What was found instead of A4, or null.</summary>
    public static string? Fault(PageNode page, Objects objects)
    {
        var (width, height) = Size(page, objects);
        return Near(width, A4.Width) && Near(height, A4.Height) || Near(width, A4.Height) && Near(height, A4.Width)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{width:F0} × {height:F0} mm");
    }

    private static (double Width, double Height) Size(PageNode page, Objects objects)
    {
        // A page without a media box is shown as Letter.
        var media = BoxOf(page.MediaBox, objects) ?? Letter;
        var seen = BoxOf(page.CropBox, objects) is { } crop && crop.Within(media) is { IsEmpty: false } both ? both : media;
        var unit = objects.Of(page.Dictionary, "UserUnit") is NumericToken { Double: > 0 } given ? given.Double : 1;
        var (width, height) = (seen.Width * unit * MillimetresOfPoint, seen.Height * unit * MillimetresOfPoint);
        var turned = objects.Resolve(page.Rotate) is NumericToken rotate && Math.Abs(rotate.Double % 180) is > 45 and < 135;
        return turned ? (height, width) : (width, height);
    }

    private static bool Near(double found, double wanted) => Math.Abs(found - wanted) <= Tolerance;

    private static Box? BoxOf(IToken? token, Objects objects)
    {
        if (objects.Resolve(token) is not ArrayToken { Data.Count: >= 4 } array)
        {
            return null;
        }

        Span<double> corners = stackalloc double[4];
        for (var i = 0; i < 4; i++)
        {
            if (objects.Resolve(array.Data[i]) is not NumericToken { Double: var value } || !double.IsFinite(value))
            {
                return null;
            }

            corners[i] = value;
        }

        return new(Math.Min(corners[0], corners[2]), Math.Min(corners[1], corners[3]), Math.Max(corners[0], corners[2]), Math.Max(corners[1], corners[3]));
    }

    private readonly record struct Box(double Left, double Bottom, double Right, double Top)
    {
        public double Width => Right - Left;
        public double Height => Top - Bottom;
        public bool IsEmpty => Width <= 0 || Height <= 0;

        public Box Within(Box other) => new(Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));
    }
}
