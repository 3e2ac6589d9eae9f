using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Pages;

/// <summary>The Director lets who translated this one text read it over too, and says why.</summary>
public sealed partial class WaivePage
{
    public sealed record View(Form Form, TextKey Key);

    internal static async Task<IResult> Get(string owner, Guid id, string property, string into, Visit visit, UnitStore store)
    {
        var key = new TextKey(owner, id, property, into);
        var (_, answer) = visit.Is(Role.Director) ? await AssignPage.Open(key, visit, store, write: false) : (null!, visit.Refuse());
        return answer ?? Show(new(Form.Of(), key));
    }

    internal static async Task<IResult> Post(string owner, Guid id, string property, string into, Visit visit, UnitStore store, PlatformDb db, HttpContext http)
    {
        var key = new TextKey(owner, id, property, into);
        var (open, answer) = visit.Is(Role.Director) ? await AssignPage.Open(key, visit, store, write: true) : (null!, visit.Refuse());
        if (answer is not null)
        {
            return answer;
        }

        var form = await Form.Read(http.Request);
        var reason = form.Line("reason", 300);
        return await form.Save(db, () => Task.FromResult(Form.Of()), () => open.Unit.Waive(reason, visit.Act))
            ? visit.Done(key.Path, Texts.T("waive.said"))
            : Show(new(form, key), form);
    }
}
