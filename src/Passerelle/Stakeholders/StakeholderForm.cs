using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Stakeholders.Pages;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>What was typed about an entry.</summary>
internal sealed record TypedStakeholder(string Name, string Organisation, IReadOnlyList<string> Languages, IReadOnlyList<string> Skills, ContactData? Contact);

/// <summary>The fields of an entry, read and filled in. How to reach it is in them only for who may see it.</summary>
internal static class StakeholderForm
{
    private const int SkillsLimit = Stakeholder.MostSkills * Stakeholder.SkillLimit / 2;

    public static TypedStakeholder ReadStakeholder(this Form form, bool contact)
    {
        var (name, organisation) = (form.Line("name", Stakeholder.NameLimit), form.Line("organisation", Stakeholder.NameLimit, optional: true));
        string[] skills = [.. form.Line("skills", SkillsLimit, optional: true).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (form.ErrorOf("skills") is null && Array.Exists(skills, s => s.Length > Stakeholder.SkillLimit))
        {
            form.Fail("skills", T("rule.skill", Stakeholder.SkillLimit));
        }

        return new(name, organisation, [.. StakeholdersPage.Languages.Where(form.All("languages").Contains)], skills, contact ? form.ReadContact() : null);
    }

    public static Form Fill(this Form form, Stakeholder entry, string? organisation, bool contact)
    {
        form.With("name", entry.Name).With("organisation", organisation).With("skills", string.Join(", ", entry.Skills));
        form.SetAll("languages", entry.Languages);
        return contact ? form.With("email", entry.Email).With("phone", entry.Phone).With("address", entry.Address) : form;
    }

    public static async Task<IReadOnlyList<string>> Organisations(this PlatformDb db, CancellationToken stop = default) =>
        [.. (await db.Set<Stakeholder>().Present().Where(s => s.Type == StakeholderKind.Organisation).Select(s => s.Name).Distinct().ToListAsync(stop)).Order(StringComparer.CurrentCulture)];

    /// <summary>The entry of an organisation by its name; a name that the directory does not have is added to it, with the caller's save.</summary>
    public static async Task<Guid?> Organisation(this PlatformDb db, string name, Act act)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var key = Keys.Name(name);
        if (await db.Set<Stakeholder>().Present().Where(s => s.Type == StakeholderKind.Organisation && s.NameKey == key).OrderBy(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync() is { } known)
        {
            return known;
        }

        var added = Stakeholder.Add(Guid.CreateVersion7(), StakeholderKind.Organisation, new(name, null, [], []), act);
        db.Add(added);
        return added.Id;
    }

    private static ContactData ReadContact(this Form form)
    {
        var email = form.Line("email", Stakeholder.EmailLimit, optional: true);
        if (email.Length > 0 && form.ErrorOf("email") is null && !Stakeholder.IsEmail(email))
        {
            form.Fail("email", T("rule.email"));
        }

        static string? Some(string typed) => typed.Length == 0 ? null : typed;
        return new(Some(email), Some(form.Line("phone", Stakeholder.PhoneLimit, optional: true)), Some(form.Line("address", Stakeholder.AddressLimit, optional: true)));
    }
}
