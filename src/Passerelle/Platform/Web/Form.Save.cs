using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>What becomes of a form: the act, the rule that refuses it, the race that it lost.</summary>
public sealed partial class Form
{
    /// <summary>A form that knows which version it was drawn from.</summary>
    public static Form VersionOf(Root root) => Of(("version", root.Version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Does an act and saves it; true when it is written. A broken rule stands in the form; after a lost race the form
    /// shows what is stored now beside what was typed. In both cases nothing is left of the act.
    /// </summary>
    /// <param name="stored">Loads the thing again and fills in the form that it would be edited with.</param>
    /// <param name="act">Begins with <see cref="Root.MustBe"/> where the form shows what it changes.</param>
    /// <param name="taken">What to say when somebody else wrote the same thing first; otherwise that, too, is a lost race.</param>
    public Task<bool> Save(PlatformDb db, Func<Task<Form>> stored, Action act, string? taken = null) =>
        Write(db, stored, taken, () =>
        {
            act();
            return db.SaveChangesAsync();
        });

    /// <summary>The same for an act whose rule asks after more than the thing that it changes: what it reads is still so when it is written.</summary>
    public Task<bool> SaveAlone(PlatformDb db, Func<Task<Form>> stored, Func<Task> act, string? taken = null) =>
        Write(db, stored, taken, () => db.Alone(async () =>
        {
            await act();
            return await db.SaveChangesAsync();
        }));

    /// <summary>
    /// Adds what <paramref name="make"/> makes, and saves it; what it looked at, such as which name is free, is still so
    /// then. A form sent twice finds its thing there.
    /// </summary>
    public async Task<bool> Add<T>(PlatformDb db, Func<Task<T>> make)
        where T : Root
    {
        var id = Guid.Empty;
        try
        {
            return Ok && await db.Alone(async () =>
            {
                var made = await make();
                if (!Ok)
                {
                    return false;
                }

                id = made.Id;
                db.Add(made);
                await db.SaveChangesAsync();
                return true;
            });
        }
        catch (RuleBroken broken)
        {
            db.ChangeTracker.Clear();
            Fail(broken.Field ?? "", broken.Message);
            return false;
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            if (await db.Set<T>().AnyAsync(t => t.Id == id))
            {
                return true;
            }

            throw;
        }
    }

    private async Task<bool> Write(PlatformDb db, Func<Task<Form>> stored, string? taken, Func<Task> write)
    {
        try
        {
            if (Ok)
            {
                await write();
                return true;
            }

            db.ChangeTracker.Clear();
        }
        catch (RuleBroken broken)
        {
            db.ChangeTracker.Clear();
            Fail(broken.Field ?? "", broken.Message);
        }
        catch (DbUpdateException e) when (taken is not null && db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            Fail("", taken);
        }
        catch (Exception e) when (e is Conflict or DbUpdateConcurrencyException || (e is DbUpdateException update && db.IsDuplicate(update)))
        {
            db.ChangeTracker.Clear();
            Compare(await stored());
        }

        return false;
    }

    /// <summary>Runs an act; a broken rule becomes an error of the form. True when the act was done.</summary>
    public bool Try(Action act)
    {
        if (!Ok)
        {
            return false;
        }

        try
        {
            act();
            return true;
        }
        catch (RuleBroken broken)
        {
            Fail(broken.Field ?? "", broken.Message);
            return false;
        }
    }

    /// <summary>
    /// After a conflict: keeps what was typed, notes what is stored now beside each field that differs, and takes
    /// over the stored version, so that a second sending is a choice made with both in view.
    /// </summary>
    public void Compare(Form stored)
    {
        Conflicted = true;
        foreach (var (field, value) in stored._values)
        {
            if (field != "version" && (value.Length > 1 || All(field).Count > 1 ? !value.Order().SequenceEqual(All(field).Order()) : !Same(value.FirstOrDefault() ?? "", this[field])))
            {
                _theirs[field] = value;
            }
        }

        Set("version", stored["version"]);
    }

    /// <summary>Equal once cleaned as the readers clean: a browser sends the ends of lines otherwise than they are stored.</summary>
    private static bool Same(string stored, string typed) =>
        Clean.Text(stored) is var there && Clean.Text(typed) is var here
        && (there == here || (!here.Contains('\n', StringComparison.Ordinal) && there == Clean.Line(here)));
}
