namespace Passerelle.Accounts.Contract;

/// <summary>
/// A person as other capabilities know them. The name is the one that the person chose to show; that of an erased
/// account is «erased person» in the language of the moment. The address is for mail, not for show.
/// </summary>
public sealed record PersonCard(Guid Id, string Name, string Language, string? Side, string? Commune, string? Organisation, string Email, bool Erased);
