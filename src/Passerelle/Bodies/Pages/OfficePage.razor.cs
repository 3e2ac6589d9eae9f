using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.Bodies.Texts;

namespace Passerelle.Bodies.Pages;

/// <summary>The office of mayor of one commune: who has held it; the staff records who takes it and who leaves it.</summary>
public sealed partial class OfficePage
{
    public sealed record View(Form Form, CommuneCard Commune, DateOnly Today, IReadOnlyList<TenureRow> Tenures, IReadOnlyDictionary<Guid, PersonCard> People, string? Words, IReadOnlyList<PersonCard> Found);

    internal static async Task<IResult> Get(string commune, Visit visit, PlatformDb db, People people, Communes communes, CancellationToken stop)
    {
        if (!Staff.May(visit))
        {
            return visit.Refuse();
        }

        if ((await communes.On(visit.Today, stop))[commune] is not { } card)
        {
            return visit.NotFound();
        }

        var office = await Find(db, commune, stop);
        return Show(await Drawn(office, card, Form.Of(("version", $"{office.Version}")), visit.Query("q"), visit, people, stop));
    }

    internal static Task<IResult> Take(string commune, Visit visit, PlatformDb db, People people, Communes communes, HttpContext http, CancellationToken stop) =>
        Act(commune, visit, db, people, communes, http, (office, form) =>
        {
            var person = form.Id("person");
            var (from, until) = (form.Date("from"), form.Date("until", optional: true));
            return Staff.Try(form, office, () => office.Take(person!.Value, from!.Value, until, visit.Act));
        }, "office.done.take", stop);

    internal static Task<IResult> Leave(string commune, Visit visit, PlatformDb db, People people, Communes communes, HttpContext http, CancellationToken stop) =>
        Act(commune, visit, db, people, communes, http, (office, form) =>
        {
            var (tenure, until) = (form.Id("tenure"), form.Date("until"));
            return Staff.Try(form, office, () => office.Leave(tenure!.Value, until!.Value, visit.Act));
        }, "office.done.leave", stop);

    private static async Task<IResult> Act(string commune, Visit visit, PlatformDb db, People people, Communes communes, HttpContext http, Func<Office, Form, bool> act, string done, CancellationToken stop)
    {
        if (!Staff.May(visit))
        {
            return visit.Refuse();
        }

        if ((await communes.On(visit.Today, stop))[commune] is not { } card)
        {
            return visit.NotFound();
        }

        var office = await Find(db, commune, stop);
        var form = await Form.Read(http.Request);
        if (form.Has("person") && Guid.TryParse(form["person"], out var id) && (await people.Cards([id], stop)).Count == 0)
        {
            form.Fail("person", WebTexts.T("form.choose"));
        }

        if (act(office, form))
        {
            if (await Staff.Saved(db, stop))
            {
                return visit.Done("/desk/bodies/offices/" + commune, T(done), T("commune.see"), Href.To("/territory/communes/" + commune));
            }

            office = await Find(db, commune, stop);
            form.Compare(Form.Of(("version", $"{office.Version}")));
        }

        return Show(await Drawn(office, card, form, form["q"], visit, people, stop), form);
    }

    /// <summary>The office; one that nobody has held yet is made, and saved with its first holder.</summary>
    private static async Task<Office> Find(PlatformDb db, string commune, CancellationToken stop)
    {
        if (await db.Set<Office>().Include(o => o.Tenures).FirstOrDefaultAsync(o => o.Commune == commune, stop) is { } known)
        {
            return known;
        }

        var office = new Office(commune);
        db.Add(office);
        return office;
    }

    private static async Task<View> Drawn(Office office, CommuneCard commune, Form form, string? words, Visit visit, People people, CancellationToken stop)
    {
        words = words is { Length: > 0 } ? words : null;
        return new(form, commune, visit.Today, [.. office.Tenures.OrderByDescending(t => t.From).Select(t => new TenureRow(t.Id, t.Holder, t.From, t.Until))],
            await people.Cards(office.Tenures.Select(t => t.Holder), stop), words, await Staff.Found(people, words, stop));
    }
}
