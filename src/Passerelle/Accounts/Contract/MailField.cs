using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Contract;

/// <summary>A field for a mail address, for forms of other capabilities.</summary>
public static class MailField
{
    /// <summary>The address in its plain form; what is none stands as an error at the field.</summary>
    public static string MailAddress(this Form form, string field) => form.Email(field);
}
