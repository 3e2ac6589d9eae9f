using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.Bodies.Texts;

namespace Passerelle.Bodies.Pages;

/// <summary>Local mandates: look for people, see what they hold, add one, set a last day.</summary>
public sealed partial class MandatesPage
{
    public sealed record View(Form Form, DateOnly Today, string? Words, IReadOnlyList<PersonCard> Found, ILookup<Guid, MandateCard> Mandates, CommuneList Communes, IReadOnlyList<PartnerCard> Partners);

    internal static async Task<IResult> Get(Visit visit, Mandates mandates, People people, Communes communes, Partners partners, CancellationToken stop) =>
        !Staff.May(visit) ? visit.Refuse() : Show(await Drawn(Form.Of(), visit.Query("q"), visit, mandates, people, communes, partners, stop));

    internal static async Task<IResult> Add(Visit visit, PlatformDb db, Mandates mandates, People people, Communes communes, Partners partners, HttpContext http, CancellationToken stop)
    {
        if (!Staff.May(visit))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var person = form.Id("person");
        var function = form.Localized("function", null, 120);
        var (commune, partner) = (Filled(form["commune"]), Filled(form["partner"]));
        var (from, until) = (form.Date("from"), form.Date("until", optional: true));
        if (until is null && form["until"].Trim().Length == 0)
        {
            form.Fail("until", T("rule.mandate.until"));
        }

        if ((commune is not null && (await communes.On(visit.Today, stop))[commune] is null) || (partner is not null && (await partners.All(stop)).All(p => p.Id != partner)))
        {
            form.Fail("commune", T("rule.mandate.where"));
        }

        if (person is { } id && (await people.Cards([id], stop)).Count == 0)
        {
            form.Fail("person", WebTexts.T("form.choose"));
        }

        if (!form.Try(() => db.Add(LocalMandate.Declare(form.Once, person!.Value, function, commune, partner, from!.Value, until!.Value, visit.Act))))
        {
            return Show(await Drawn(form, form["q"], visit, mandates, people, communes, partners, stop), form);
        }

        await Staff.Saved(db, stop); // a second sending finds it there
        return visit.Done("/desk/bodies/mandates?q=" + Uri.EscapeDataString(form["q"]), T("mandate.done"));
    }

    internal static async Task<IResult> End(Visit visit, PlatformDb db, Mandates mandates, People people, Communes communes, Partners partners, HttpContext http, CancellationToken stop)
    {
        if (!Staff.May(visit))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var (id, until) = (form.Id("mandate"), form.Date("until"));
        if (id is null || await db.Set<LocalMandate>().FirstOrDefaultAsync(m => m.Id == id, stop) is not { } mandate)
        {
            return visit.NotFound();
        }

        var name = (await people.Cards([mandate.Person], stop)).NameOf(mandate.Person);
        if (!form.Try(() => mandate.End(until!.Value, visit.Act)))
        {
            return Show(await Drawn(form, name, visit, mandates, people, communes, partners, stop), form);
        }

        return await Staff.Saved(db, stop)
            ? visit.Done("/desk/bodies/mandates?q=" + Uri.EscapeDataString(name ?? ""), T("mandate.ended"))
            : throw new Conflict();
    }

    private static string? Filled(string typed) => typed.Length > 0 ? typed : null;

    private static async Task<View> Drawn(Form form, string? words, Visit visit, Mandates mandates, People people, Communes communes, Partners partners, CancellationToken stop)
    {
        words = words is { Length: > 0 } ? words : null;
        var found = await Staff.Found(people, words, stop);
        return new(form, visit.Today, words, found, await mandates.Of(found.Select(p => p.Id), stop), await communes.On(visit.Today, stop), await partners.All(stop));
    }
}
