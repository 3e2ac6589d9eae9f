using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Localization;

namespace Passerelle.Accounts;

internal static class PersonSearch
{
    /// <summary>
    /// Those whose name and organisation hold every word, or whose address it is. A part of an address finds nobody,
    /// but for who may read addresses: otherwise the search would spell them out.
    /// </summary>
    public static IQueryable<Person> Matching(this IQueryable<Person> persons, string words, bool addresses = false)
    {
        var email = Person.Normal(words);
        return words.Contains('@', StringComparison.Ordinal) && !addresses
            ? persons.Where(p => p.NormalizedEmail == email)
            : Fold.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Aggregate(persons, (found, word) =>
            {
                var part = Person.Normal(word);
                return addresses ? found.Where(p => p.Folded.Contains(word) || p.NormalizedEmail!.Contains(part)) : found.Where(p => p.Folded.Contains(word));
            });
    }
}
