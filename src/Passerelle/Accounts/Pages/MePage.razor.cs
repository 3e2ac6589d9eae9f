using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Accounts.Pages;

/// <summary>What a person says about themselves.</summary>
public sealed partial class MePage
{
    public sealed record View(Form Form, PlaceChoices Places, string Email, IReadOnlyList<string> Roles);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, Communes communes) =>
        await Find(visit, db) is not { } person ? visit.Refuse()
        : Show(await Drawn(visit, person, Filled(person), communes));

    internal static async Task<IResult> Post(Visit visit, HttpContext http, PlatformDb db, Communes communes)
    {
        if (await Find(visit, db) is not { } person)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var places = await PlaceChoices.Of(communes, visit.Clock);
        var (given, family, pseudonym) = (form.Name("given"), form.Name("family"), form.Name("pseudonym", optional: true, digits: true));
        var language = form.ChosenLanguage("language");
        var (side, commune) = places.Read(form, person.Commune);
        var organisation = form.Line("organisation", 150, optional: true);
        if (await form.Save(db, async () => Filled(person = (await Find(visit, db))!), () =>
        {
            person.MustBe(form.Version);
            person.Change(new(given, family, pseudonym.OrNull(), language, side, commune, organisation.OrNull()), visit.Act);
        }))
        {
            return visit.Done("/me", Texts.T("me.saved"));
        }

        return Show(await Drawn(visit, person, form, communes), form);
    }

    internal static async Task<Person?> Find(Visit visit, PlatformDb db) =>
        visit.Who is null ? null : await db.Set<Person>().Include(p => p.Grants).SingleAsync(p => p.Id == visit.Who.Id);

    private static Form Filled(Person person) => Form.Of(
        ("version", person.Version.ToString()), ("given", person.GivenName), ("family", person.FamilyName), ("pseudonym", person.Pseudonym),
        ("language", person.Language), ("side", person.Side), ("commune", person.Commune), ("organisation", person.Organisation));

    private static async Task<View> Drawn(Visit visit, Person person, Form form, Communes communes)
    {
        var places = await PlaceChoices.Of(communes, visit.Clock);
        // A commune that was merged since stays what the person chose.
        var kept = person.Commune is { } code && !places.List.Has(code) && places.List[code] is { } past ? [(code, past.Here)] : Array.Empty<(string, string)>();
        return new(form, places with { Communes = [.. kept, .. places.Communes] }, person.Email!,
            [.. person.Grants.Where(g => g.IsOn(visit.Today)).Select(g => Texts.T("role." + g.Role))]);
    }
}
