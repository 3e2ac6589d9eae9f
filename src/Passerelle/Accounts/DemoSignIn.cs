using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts;

/// <summary>One button for each person of the demonstration; mapped only there.</summary>
internal static class DemoSignIn
{
    public static async Task<IResult> Post(HttpContext http, Visit visit, PlatformDb db, SignIns signIns)
    {
        var form = await Form.Read(http.Request);
        var key = form["person"];
        var person = DemoKeys.All.Contains(key) ? await db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.DemoKey == key) : null;
        if (person is null)
        {
            return visit.NotFound();
        }

        if (Language.IsInterface(form["language"]))
        {
            Language.Set(form["language"], Language.Content);
        }

        await signIns.SignInAsync(person, isPersistent: true);
        var target = OneTimeLink.SafePath(form["return"]);
        var first = target.Split('/', '?')[1];
        if (Language.IsInterface(first))
        {
            // Given with its language: kept as it is.
            Language.Set(first, Language.Content);
            target = target.Length > 3 ? target[3..] : "/";
            target = target[0] == '/' ? target : "/" + target;
        }

        return await signIns.Arrive(visit, person, target);
    }
}
