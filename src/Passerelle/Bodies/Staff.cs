using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Bodies;

/// <summary>What the workspace pages of this capability have in common.</summary>
internal static class Staff
{
    public static bool May(Visit visit) => visit.Is(Role.Coordinator, Role.Director, Role.Administrator);

    /// <summary>Those to choose from: the ones whom the words find.</summary>
    public static async Task<IReadOnlyList<PersonCard>> Found(People people, string? words, CancellationToken stop) =>
        words is { Length: > 0 } ? await people.Search(words, 20, stop) : [];

    /// <summary>A person's name with a word that tells namesakes apart; never an address.</summary>
    public static (string Value, string Label) Choice(PersonCard person) =>
        (person.Id.ToString(), person.Organisation is { Length: > 0 } at ? $"{person.Name} – {at}" : person.Name);

    /// <summary>Saves; false when somebody else was faster.</summary>
    public static async Task<bool> Saved(PlatformDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>An act on a thing of the version that the form shows; what a rule or a lost race says stands in the form.</summary>
    public static bool Try(Form form, Root thing, Action act)
    {
        if (form.Version != thing.Version)
        {
            form.Compare(Form.Of(("version", $"{thing.Version}")));
            return false;
        }

        return form.Try(act);
    }
}
