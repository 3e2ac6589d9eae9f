using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>One case: what was written, what was said about it, and the decision or the answer to an appeal.</summary>
public sealed partial class CasePage
{
    public sealed record View(Form Form, ModerationCase Case, Writing Writing, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, Subjects subjects, People people) =>
        await Open(id, visit, db) is var (one, instead) && instead is not null ? instead : await Draw(Form.Of(), one, subjects, people);

    public static Task<IResult> Decide(Guid id, Visit visit, PlatformDb db, Subjects subjects, People people, HttpContext http) =>
        Settle(id, "hide", "leave", visit, db, subjects, people, http, (one, hide, reason) => one.Decide(hide, reason, Language.Content, visit.Act));

    public static Task<IResult> Answer(Guid id, Visit visit, PlatformDb db, Subjects subjects, People people, HttpContext http) =>
        Settle(id, "confirm", "restore", visit, db, subjects, people, http, (one, hidden, reason) => one.AnswerAppeal(!hidden, reason, Language.Content, visit.Act));

    /// <summary>Does what was chosen, to the case and to what it is about, in one save.</summary>
    private static async Task<IResult> Settle(Guid id, string hides, string shows, Visit visit, PlatformDb db, Subjects subjects, People people, HttpContext http, Action<ModerationCase, bool, string> act)
    {
        var form = await Form.Read(http.Request);
        var hidden = form["decision"] == hides;
        var held = await db.Set<ModerationCase>().AnyAsync(c => c.Id == id && c.State == CaseState.Held);
        var reason = form.Text("reason", ModerationCase.WordsLimit, optional: held && !hidden);
        if (!hidden && form["decision"] != shows)
        {
            form.Fail("decision", T("case.choose"));
        }

        // Somebody commented meanwhile, or decided: the rule says which.
        return await db.Again(async () =>
        {
            var (one, instead) = await Open(id, visit, db);
            if (instead is not null)
            {
                return instead;
            }

            if (form.Ok && one.IsSaidBy(visit.Who!.Id, hidden, reason))
            {
                return visit.Done($"/desk/moderation/{id}", T($"said.{one.State}")); // sent twice
            }

            if (!form.Try(() => act(one, hidden, reason)))
            {
                return await Draw(form, one, subjects, people);
            }

            await subjects.Hide(one, hidden, visit.Act, http.RequestAborted);
            await db.SaveChangesAsync();
            return visit.Done($"/desk/moderation/{id}", T($"said.{one.State}"));
        });
    }

    private static async Task<(ModerationCase Case, IResult? Instead)> Open(Guid id, Visit visit, PlatformDb db) =>
        !visit.Is(Role.Moderator, Role.Director) ? (null!, visit.Refuse())
        : await db.Set<ModerationCase>().Include(c => c.Reports).FirstOrDefaultAsync(c => c.Id == id) is { } one ? (one, null)
        : (null!, visit.NotFound());

    private static async Task<IResult> Draw(Form form, ModerationCase one, Subjects subjects, People people) =>
        Show(new(form, one, (await subjects.Find(one))!, await people.Cards(one.Everybody)), form);
}
