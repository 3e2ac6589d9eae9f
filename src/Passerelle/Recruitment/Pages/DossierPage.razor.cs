using Microsoft.AspNetCore.Components;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>A vacancy at the desk: where its procedure stands, its panel, and what there is to write.</summary>
public sealed partial class DossierPage
{
    public sealed record View(Form Form, Vacancy Vacancy, bool Leads, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<PersonCard> Jurors, IReadOnlyList<RenderFragment> Cards);

    internal static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, Registry registry, HttpContext http) =>
        await db.Vacancy(slug) is { } vacancy && visit.MaySelect(vacancy) ? Show(await Drawn(Form.Of(), vacancy, visit, people, registry, http)) : visit.SignedIn ? visit.NotFound() : visit.Refuse();

    internal static async Task<IResult> Publish(string slug, Visit visit, PlatformDb db, People people, Registry registry, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        return await form.Save(db, () => Task.FromResult(Form.Of()), () =>
        {
            vacancy.MustBe(form.Version);
            vacancy.Publish(visit.Act);
        }) ? visit.Done("/desk/recruitment/" + slug, T("vacancy.published"), T("vacancy.see"), Href.To("/jobs/" + slug))
            : Show(await Drawn(form, (await db.Vacancy(slug))!, visit, people, registry, http), form);
    }

    internal static async Task<IResult> Seat(string slug, Visit visit, PlatformDb db, People people, Registry registry, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        var person = form.Id("person");
        if (person is { } id && (await people.WithRole(Role.Juror)).All(j => j.Id != id))
        {
            form.Fail("person", T("panel.nojuror"));
        }

        return await form.Save(db, () => Task.FromResult(Form.Of()), () => vacancy.SeatJuror(person!.Value, visit.Act), T("rule.juror.there"))
            ? visit.Done("/desk/recruitment/" + slug, T("panel.seated"))
            : Show(await Drawn(form, (await db.Vacancy(slug))!, visit, people, registry, http), form);
    }

    internal static Task<IResult> Release(string slug, Guid person, Visit visit, PlatformDb db) => db.Again(async () =>
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        if (answer is not null)
        {
            return answer;
        }

        vacancy.Release(person, visit.Act);
        await db.SaveChangesAsync();
        return visit.Done("/desk/recruitment/" + slug, T("panel.released"));
    });

    private static async Task<View> Drawn(Form form, Vacancy vacancy, Visit visit, People people, Registry registry, HttpContext http)
    {
        var leads = visit.MayRecruit();
        var jurors = leads ? (await people.WithRole(Role.Juror)).Where(j => !vacancy.IsJuror(j.Id)).ToList() : [];
        return new(form, vacancy, leads, await people.Cards(vacancy.Panel.Select(j => j.PersonId)), jurors, await registry.Load(http.RequestServices, "vacancy", vacancy.Slug, http.RequestAborted));
    }
}
