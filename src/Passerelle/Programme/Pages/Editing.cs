using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Pages;

/// <summary>What the forms of the workspace have in common: saving against a version, and adding once.</summary>
internal static class Editing
{
    public const int LongText = 600;

    /// <summary>An act on what the form was drawn from, saved as every form saves.</summary>
    public static Task<bool> Change(this PlatformDb db, Form form, ProgrammeItem item, Action act, Func<Task<Form>> stored) =>
        form.Save(db, stored, () =>
        {
            item.MustBe(form.Version);
            act();
        });

    /// <summary>
    /// Adds what <paramref name="make"/> makes and saves. A form sent twice finds its thing there; two people who
    /// took the same next code at once get one each.
    /// </summary>
    public static async Task<bool> Add<T>(this PlatformDb db, Form form, Func<Task<T>> make)
        where T : ProgrammeItem
    {
        for (var tries = 0; ; tries++)
        {
            T? made = null;
            try
            {
                made = await make();
                if (!form.Ok)
                {
                    return false;
                }

                db.Add(made);
                await db.SaveChangesAsync();
                return true;
            }
            catch (RuleBroken broken)
            {
                form.Fail(broken.Field ?? "", broken.Message);
                return false;
            }
            catch (DbUpdateException e) when (db.IsDuplicate(e) && tries < 3)
            {
                db.ChangeTracker.Clear();
                if (await db.Set<T>().AnyAsync(i => i.Id == made!.Id))
                {
                    return true;
                }
            }
        }
    }
}
