using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Localization;

namespace Passerelle.Accounts;

internal static class PersonSearch
{
    /// <summary>Those whose folded text holds every word.</summary>
    public static IQueryable<Person> Matching(this IQueryable<Person> persons, string words)
    {
        foreach (var word in Fold.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            persons = persons.Where(p => p.Folded.Contains(word));
        }

        return persons;
    }
}
