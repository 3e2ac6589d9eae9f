using System.Globalization;
using System.Net.Mail;
using System.Text;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>What is asked of people about people.</summary>
internal static class Fields
{
    /// <summary>A mail address in its plain form.</summary>
    public static string Email(this Form form, string field)
    {
        var typed = form.Line(field, 254);
        var plain = typed.Length > 0 && MailAddress.TryCreate(typed, out var address) && address.Address == typed
            && typed.IndexOf('.', typed.LastIndexOf('@') + 1) > 0 && typed.All(c => c > ' ' && c is not ('<' or '>' or '"' or '(' or ')' or ','));
        if (typed.Length > 0 && !plain && form.ErrorOf(field) is null)
        {
            form.Fail(field, Texts.T("email.wrong"));
        }

        return typed;
    }

    /// <summary>A name as people bear it: letters of any script, and what joins them.</summary>
    public static string Name(this Form form, string field, bool optional = false, bool digits = false)
    {
        var typed = form.Line(field, 80, optional);
        if (form.ErrorOf(field) is null && !typed.EnumerateRunes().All(r => MayStand(r, digits)))
        {
            form.Fail(field, Texts.T("name.wrong"));
        }

        return typed;
    }

    /// <summary>An official language; the reader's own texts' language when none is chosen.</summary>
    public static string ChosenLanguage(this Form form, string field)
    {
        if (!Language.Official.Contains(form[field]))
        {
            form.Fail(field, Texts.T("language.choose"));
        }

        return form[field];
    }

    public static IReadOnlyList<(string Value, string Label)> Languages => [.. Language.Official.Select(l => (l, Language.NameOf(l)))];

    public static string? OrNull(this string text) => text.Length == 0 ? null : text;

    private static bool MayStand(Rune rune, bool digits) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
        UnicodeCategory.DecimalDigitNumber => digits,
        _ => rune.Value is ' ' or '-' or '\'' or '’' or '.' or '·' or '‑',
    };
}
