using System.Runtime.InteropServices;

namespace Passerelle.Territory.Map;

/// <summary>A place in the drawing, in units of its view box.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPoint(double X, double Y);

/// <summary>The smallest upright rectangle around a shape.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapBounds(double Left, double Top, double Right, double Bottom);

/// <summary>One commune as it is drawn: SVG path data, and the place where its name or mark stands.</summary>
public sealed record MapShape(string Code, string Side, string Path, MapPoint Label, MapBounds Bounds, bool Border);

/// <summary>One side as a whole, for what is laid over all its communes.</summary>
public sealed record MapSide(string Side, string Path);

public enum MapSource
{
    /// <summary>Cells around the middles of the communes.</summary>
    Schematic,

    /// <summary>Boundaries imported from an official source.</summary>
    Official,
}
