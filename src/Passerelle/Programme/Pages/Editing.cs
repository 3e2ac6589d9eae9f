using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Programme.Pages;

/// <summary>What the forms of the workspace have in common: saving against a version.</summary>
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
}
