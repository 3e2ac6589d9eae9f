using Passerelle.Accounts;
using Passerelle.Platform;
using Passerelle.Territory;

namespace Passerelle.Bench;

/// <summary>Invents people of every side of the territory.</summary>
internal sealed class PeopleMaker(Random random, Clock clock, IReadOnlyList<Commune> communes)
{
    private static readonly string[] Given = ["Anaïs", "Bram", "Céline", "Dries", "Élise", "Fien", "Gaël", "Hanne", "Inès", "Jef", "Karim", "Lotte", "Maëlle", "Nassim", "Odile", "Pieter", "Quentin", "Rosa", "Sander", "Tine"];
    private static readonly string[] First = ["Aelb", "Berg", "Carpen", "Delau", "Even", "Flor", "Grau", "Hoven", "Joli", "Kers", "Linde", "Maris", "Nieuw", "Ooster", "Pauw", "Rouv", "Scheld", "Thieff", "Vlaem", "Winde"];
    private static readonly string[] Last = ["rechtse", "noy", "treau", "coux", "broek", "laere", "mans", "roye", "ghem", "court"];
    private static readonly string[] Organisations = ["Nature et Lys", "Fietsersgroep Zuid-West", "Usagers des lignes du Ferrain", "Buurtwerk aan de Leie", "Les Amis de l’Escaut"];

    public IReadOnlyList<Person> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    private Person One(int number)
    {
        var commune = communes[random.Next(communes.Count)];
        var (given, family) = (Pick(Given), Pick(First) + Pick(Last));
        var organisation = random.Next(3) == 0 ? Pick(Organisations) : null;
        var who = new NewPerson(given, family, $"person.{number}@example.org", commune.Side == "flemish" ? "nl" : "fr", commune.Side, commune.Code, organisation, organisation is null ? null : "association");
        return Person.Register(who, clock.At(new DateOnly(2020, 1, 1).AddDays(random.Next(365)), new(9, 0)), new Guid(number + 1, 2, 3, [1, 2, 3, 4, 5, 6, 7, 8]));
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
