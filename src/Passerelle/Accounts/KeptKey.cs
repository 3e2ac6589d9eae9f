namespace Passerelle.Accounts;

/// <summary>A data-protection key, in the database so that every node reads the same cookies.</summary>
internal sealed class KeptKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
