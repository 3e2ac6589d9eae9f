using NetTopologySuite.Geometries;

namespace Passerelle.Territory.Map;

public enum BoundaryFault
{
    /// <summary>The file is larger than allowed; nothing was read. Detail: the limit in bytes.</summary>
    TooLarge,

    /// <summary>Not JSON. Detail: the line on which reading stopped.</summary>
    NotJson,

    /// <summary>JSON, but not a GeoJSON FeatureCollection. Detail: the type found.</summary>
    NotFeatureCollection,

    /// <summary>The file names another coordinate system than WGS 84. Detail: its name.</summary>
    OtherCoordinateSystem,

    /// <summary>A feature without any of the properties that may hold the commune's code. Detail: the properties looked for.</summary>
    NoCode,

    /// <summary>A feature whose code is no commune's.</summary>
    UnknownCommune,

    /// <summary>A second feature for one commune. Detail: the position of the first.</summary>
    Duplicate,

    /// <summary>A feature without geometry, or with an empty one.</summary>
    NoGeometry,

    /// <summary>A geometry that is neither Polygon nor MultiPolygon. Detail: the type found.</summary>
    NotAnArea,

    /// <summary>A geometry that cannot be read or repaired. Detail: what is wrong and where.</summary>
    InvalidGeometry,

    /// <summary>Coordinates that are no longitudes and latitudes (a projected system, most likely). Detail: the first one.</summary>
    NotDegrees,

    /// <summary>The coordinates fall on the commune when latitude and longitude are exchanged.</summary>
    SwappedCoordinates,

    /// <summary>The feature lies elsewhere than the commune. Detail: the distance in kilometres.</summary>
    ElsewhereThanCommune,

    /// <summary>Two communes lie one over the other. Detail: the other commune's code.</summary>
    Overlap,

    /// <summary>A commune for which the file has no feature.</summary>
    MissingCommune,

    /// <summary>Told, not refused: a boundary that crossed itself was repaired. Detail: what was wrong and where.</summary>
    Repaired,
}

/// <summary>
/// One thing to say about the file. <paramref name="Feature"/> counts from 1; it is null for what concerns
/// the whole file or a commune without feature.
/// </summary>
public sealed record BoundaryFinding(
    BoundaryFault Kind, int? Feature = null, string? Name = null, string? Code = null, string? Detail = null);

/// <summary>
/// What reading the file gave: all boundaries, or none and every reason why. Notes are told either way.
/// </summary>
public sealed record BoundaryReport(
    IReadOnlyList<BoundaryFinding> Refusals,
    IReadOnlyList<BoundaryFinding> Notes,
    IReadOnlyDictionary<string, Geometry>? Boundaries,
    int Features = 0)
{
    public bool Accepted => Boundaries is not null;
}

/// <summary>A commune that the file must have, and about where.</summary>
public sealed record BoundaryCommune(string Code, string Name, double Lat, double Lon);

public sealed record BoundaryOptions
{
    public static BoundaryOptions Default { get; } = new();

    /// <summary>The properties that may hold a commune's code, in order of preference; case does not matter.</summary>
    public IReadOnlyList<string> CodeProperties { get; init; } =
        ["code", "insee", "nis", "INSEE_COM", "NISCODE", "niscode", "cd_munty_refnis", "code_insee"];

    /// <summary>The properties that may hold a name, to say which feature is meant.</summary>
    public IReadOnlyList<string> NameProperties { get; init; } =
        ["name", "nom", "naam", "name_fr", "name_nl", "NOM_COM", "NAME", "tx_munty_descr_fr", "tx_munty_descr_nl"];

    public long MaxBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Details smaller than this are left out of the drawing.</summary>
    public double ToleranceKm { get; init; } = 0.12;

    /// <summary>How far a boundary may lie from the commune's middle.</summary>
    public double FarthestKm { get; init; } = 30;

    /// <summary>Gaps between neighbours narrower than this (two registers seldom agree on a border) are closed.</summary>
    public double GapKm { get; init; } = 0.15;
}
