using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Pages;

/// <summary>A text is given to a translator, with a day.</summary>
public sealed partial class AssignPage
{
    public sealed record View(Form Form, OpenUnit Open, TextPlace? Place, IReadOnlyList<PersonCard> People);

    internal static async Task<IResult> Get(string owner, Guid id, string property, string into, Visit visit, UnitStore store, Queue queue, People people)
    {
        var (open, answer) = await Open(new(owner, id, property, into), visit, store, write: false);
        return answer ?? Show(await Fresh(Form.Of(("person", open.Unit.AssignedTo?.ToString()), ("due", open.Unit.Due?.Iso())), open, visit, queue, people));
    }

    internal static async Task<IResult> Post(string owner, Guid id, string property, string into, Visit visit, UnitStore store, Queue queue, People people, PlatformDb db, HttpContext http)
    {
        var key = new TextKey(owner, id, property, into);
        var (open, answer) = await Open(key, visit, store, write: true);
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var (person, due) = (form.Id("person", optional: true), form.Date("due", optional: true));
        var view = await Fresh(form, open, visit, queue, people);
        if (person is not null && !view.People.Any(p => p.Id == person))
        {
            form.Fail("person", Texts.T("rule.person"));
        }

        if (due < visit.Today)
        {
            form.Fail("due", Texts.T("rule.due"));
        }

        return await form.Save(db, () => Task.FromResult(Form.Of()), () => open.Unit.Assign(person, due, visit.Act))
            ? visit.Done(key.Path, person is { } id2 ? Texts.T("assign.said", view.People.First(p => p.Id == id2).Name) : Texts.T("assign.nobody.said"))
            : Show(view, form);
    }

    internal static async Task<(OpenUnit Open, IResult? Answer)> Open(TextKey key, Visit visit, UnitStore store, bool write)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayAssign(who))
        {
            return (null!, visit.Refuse());
        }

        var open = write ? await store.Take(key, who, visit.Http.RequestAborted) : await store.Read(key, who, visit.Http.RequestAborted);
        return (open!, open is null ? visit.Refuse(confidential: true) : null);
    }

    private static async Task<View> Fresh(Form form, OpenUnit open, Visit visit, Queue queue, People people)
    {
        var stop = visit.Http.RequestAborted;
        List<PersonCard> able = [];
        foreach (var role in new[] { Role.Translator, Role.Proofreader, Role.Coordinator, Role.Director })
        {
            able.AddRange((await people.WithRole(role, stop)).Where(p => !able.Exists(a => a.Id == p.Id)));
        }

        var places = await queue.Places([(open.Unit.Owner, open.Unit.OwnerId)], stop);
        return new(form, open, places.GetValueOrDefault((open.Unit.Owner, open.Unit.OwnerId)), able);
    }
}
