namespace Passerelle.Territory.Map;

/// <summary>
/// What the map needs to know of a commune: where its middle lies, how large it is, and on which side of
/// which border. <paramref name="Border"/> is a commune that touches the neighbouring country, and bears a mark.
/// </summary>
public sealed record CommuneSite(
    string Code, double Lat, double Lon, string Side, string Country, double AreaKm2, bool Border = false);
