namespace Passerelle.Accounts.Contract;

/// <summary>
/// A person as other capabilities know them. The name is the one that the person chose to show; that of an erased
/// account is «erased person» in the language of the moment. The address is for mail, not for show.
/// </summary>
public sealed record PersonCard(Guid Id, string Name, string Language, string? Side, string? Commune, string? Organisation, string Email, bool Erased);

public static class PersonCards
{
    /// <summary>The name of one of these people; none for nobody, and for an id that nobody has.</summary>
    public static string? NameOf(this IReadOnlyDictionary<Guid, PersonCard> people, Guid? person) =>
        person is { } id ? people.GetValueOrDefault(id)?.Name : null;
}
