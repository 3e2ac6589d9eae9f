using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.Bodies.Texts;

namespace Passerelle.Bodies.Pages;

/// <summary>One seat: who has sat on it; the staff records who takes it and who leaves it.</summary>
public sealed partial class SeatPage
{
    public sealed record View(Form Form, string Code, string Body, LocalizedText Label, DateOnly Today, IReadOnlyList<SittingRow> Sittings, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<PartnerCard> Partners, string? Words, IReadOnlyList<PersonCard> Found);

    internal static async Task<IResult> Get(string code, Visit visit, PlatformDb db, People people, Partners partners, CancellationToken stop) =>
        !Staff.May(visit) ? visit.Refuse()
        : await Find(db, code, stop) is not { } seat ? visit.NotFound()
        : Show(await Drawn(seat, Form.Of(("version", $"{seat.Version}")), visit.Query("q"), visit, people, partners, stop));

    /// <summary>Somebody takes the seat.</summary>
    internal static Task<IResult> Take(string code, Visit visit, PlatformDb db, People people, Partners partners, HttpContext http, CancellationToken stop) =>
        Act(code, visit, db, people, partners, http, (seat, form) =>
        {
            var person = form.Id("person");
            var partner = form["partner"] is { Length: > 0 } id ? id : null;
            var function = form.Localized("function", null, 120, optional: true);
            var (from, until) = (form.Date("from"), form.Date("until", optional: true));
            return Staff.Try(form, seat, () => seat.Take(person!.Value, partner, function, from!.Value, until, visit.Act));
        }, "seat.done.take", stop);

    /// <summary>The last day of somebody on the seat.</summary>
    internal static Task<IResult> Leave(string code, Visit visit, PlatformDb db, People people, Partners partners, HttpContext http, CancellationToken stop) =>
        Act(code, visit, db, people, partners, http, (seat, form) =>
        {
            var (sitting, until) = (form.Id("sitting"), form.Date("until"));
            return Staff.Try(form, seat, () => seat.Leave(sitting!.Value, until!.Value, visit.Act));
        }, "seat.done.leave", stop);

    private static async Task<IResult> Act(string code, Visit visit, PlatformDb db, People people, Partners partners, HttpContext http, Func<Seat, Form, bool> act, string done, CancellationToken stop)
    {
        if (!Staff.May(visit))
        {
            return visit.Refuse();
        }

        if (await Find(db, code, stop) is not { } seat)
        {
            return visit.NotFound();
        }

        var form = await Form.Read(http.Request);
        if (form["partner"].Length > 0 && (await partners.All(stop)).All(p => p.Id != form["partner"]))
        {
            form.Fail("partner", WebTexts.T("form.choose"));
        }

        if (form.Has("person") && Guid.TryParse(form["person"], out var id) && (await people.Cards([id], stop)).Count == 0)
        {
            form.Fail("person", WebTexts.T("form.choose"));
        }

        if (act(seat, form))
        {
            if (await Staff.Saved(db, stop))
            {
                return visit.Done("/desk/bodies/seats/" + code, T(done), T("body.see"), Href.To("/bodies/" + seat.Body));
            }

            seat = (await Find(db, code, stop))!;
            form.Compare(Form.Of(("version", $"{seat.Version}")));
        }

        return Show(await Drawn(seat, form, form["q"], visit, people, partners, stop), form);
    }

    private static Task<Seat?> Find(PlatformDb db, string code, CancellationToken stop) =>
        db.Set<Seat>().Include(s => s.Sittings).FirstOrDefaultAsync(s => s.Code == code, stop);

    private static async Task<View> Drawn(Seat seat, Form form, string? words, Visit visit, People people, Partners partners, CancellationToken stop)
    {
        words = words is { Length: > 0 } ? words : null;
        return new(form, seat.Code, seat.Body, seat.Label, visit.Today,
            [.. seat.Sittings.OrderByDescending(s => s.From).Select(s => new SittingRow(s.Id, s.Person, s.Partner, s.Function, s.From, s.Until))],
            await people.Cards(seat.Sittings.Select(s => s.Person), stop), await partners.All(stop), words, await Staff.Found(people, words, stop));
    }
}
