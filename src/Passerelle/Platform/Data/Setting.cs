namespace Passerelle.Platform.Data;

/// <summary>A fact about this installation, such as which pack it was filled from.</summary>
public sealed class Setting
{
    public required string Key { get; init; }
    public required string Value { get; set; }
}
