using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>Where the link on the console leads: whoever holds it becomes the first administrator.</summary>
public sealed partial class FirstAdministratorPage
{
    internal static async Task<IResult> Get(string token, PlatformDb db) =>
        await Find(token, db) is null ? ErrorPage.Answer(404) : Show(Form.Of(("language", Language.Content)));

    internal static async Task<IResult> Post(string token, Visit visit, PlatformDb db, HttpContext http, SignIns signIns, Charter charter)
    {
        if (await Find(token, db) is not { } link)
        {
            return ErrorPage.Answer(404);
        }

        var form = await Form.Read(http.Request);
        var (given, family, email, language) = (form.Name("given"), form.Name("family"), form.Email("email"), form.ChosenLanguage("language"));
        if (!form.Ok)
        {
            return Show(form, form);
        }

        var normal = Person.Normal(email);
        var person = await db.Set<Person>().Include(p => p.Grants).FirstOrDefaultAsync(p => p.NormalizedEmail == normal);
        if (person is null)
        {
            person = Person.Register(new(given, family, email, language), visit.Now);
            db.Add(person);
            await charter.Accept(person.Id);
        }

        try
        {
            person.Grant(Role.Administrator, visit.Today, null, new(person.Id, visit.Now));
            link.Use(TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsDuplicate(e))
        {
            return ErrorPage.Answer(404);
        }

        return (await signIns.Follow(await signIns.Proven(person), visit, person, "/people"))!;
    }

    private static async Task<OneTimeLink?> Find(string token, PlatformDb db)
    {
        var hash = Secret.HashOf(token);
        var link = await db.Set<OneTimeLink>().FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose == LinkPurpose.FirstAdministrator);
        return link?.IsGood(TimeProvider.System.GetUtcNow()) == true ? link : null;
    }
}
