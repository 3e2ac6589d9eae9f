using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>Says that two entries are not the same; the pair is not proposed again.</summary>
public sealed partial class ApartPage
{
    public sealed record View(Form Form, Row One, Row Other);

    internal static async Task<IResult> Get(Guid id, Guid other, Visit visit, PlatformDb db, Reach reach, RoleBook book, StakeholderSearch search)
    {
        var (pair, instead) = await visit.OpenPair(db, reach, book, id, other);
        return instead ?? (!pair.BothPresent ? await visit.ToSurvivor(db, pair.One.IsPresent ? other : id) : Show(await With(Form.Of(), pair, search, visit)));
    }

    internal static async Task<IResult> Post(Guid id, Guid other, Visit visit, PlatformDb db, Reach reach, RoleBook book, StakeholderSearch search, HttpContext http)
    {
        var (pair, instead) = await visit.OpenPair(db, reach, book, id, other);
        if (instead is not null)
        {
            return instead;
        }

        var form = await Form.Read(http.Request);
        return await form.SaveAlone(db, () => Task.FromResult(Form.Of()), async () =>
            {
                var (one, two) = ((await db.Stakeholder(id))!, (await db.Stakeholder(other))!);
                var (lower, higher) = ApartPair.Order(id, other);
                if (!await db.Set<ApartPair>().AnyAsync(p => p.LowerId == lower && p.HigherId == higher))
                {
                    one.HoldApart(two, visit.Act);
                    db.Add(new ApartPair { LowerId = lower, HigherId = higher, ById = visit.Act.Person, At = Instants.Cut(visit.Now) });
                }
            })
            ? visit.Done("/desk/stakeholders/duplicates", T("apart.done"))
            : Show(await With(form, pair, search, visit), form);
    }

    private static async Task<View> With(Form form, Pair pair, StakeholderSearch search, Visit visit)
    {
        var rows = await search.Rows(pair.One.Id == pair.Other.Id ? [pair.One] : [pair.One, pair.Other], pair.Reader, visit.Http.RequestAborted);
        return new(form, rows[0], rows[^1]);
    }
}
