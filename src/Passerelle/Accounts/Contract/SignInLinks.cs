using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Contract;

/// <summary>Links for mails that sign their reader in, once and within fifteen minutes.</summary>
public sealed class SignInLinks(PlatformDb db, PlatformOptions options)
{
    /// <summary>
    /// The whole address of a new link, in the language of the moment; it is written with the caller's save.
    /// <paramref name="returnPath"/> is a path without language, where the person arrives.
    /// </summary>
    public string For(Guid person, string returnPath)
    {
        var (link, token) = OneTimeLink.Make(LinkPurpose.SignIn, person, returnPath);
        db.Add(link);
        return options.PublicUrl + Href.To("/sign-in/link/" + token);
    }
}
