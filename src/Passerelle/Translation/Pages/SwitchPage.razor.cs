using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Pages;

/// <summary>A whole thing counts as first written in the other language.</summary>
public sealed partial class SwitchPage
{
    public sealed record View(Form Form, OpenUnit Open, TextPlace? Place);

    internal static async Task<IResult> Get(string owner, Guid id, string property, string into, Visit visit, UnitStore store, Queue queue)
    {
        var (open, answer) = await AssignPage.Open(new(owner, id, property, into), visit, store, write: false);
        return answer ?? Show(new(Form.Of(), open, await Place(open, queue, visit)));
    }

    internal static async Task<IResult> Post(string owner, Guid id, string property, string into, Visit visit, UnitStore store, Queue queue, DeskTexts texts, PlatformDb db)
    {
        var (open, answer) = await AssignPage.Open(new(owner, id, property, into), visit, store, write: true);
        if (answer is not null)
        {
            return answer;
        }

        var form = Form.Of();
        var count = await texts.Switch(open.Unit, visit.Act, visit.Http.RequestAborted);
        if (count is null)
        {
            form.Fail("", Texts.T("rule.switch", Words.LanguageName(into)));
            return Show(new(form, open, await Place(open, queue, visit)), form);
        }

        await db.SaveChangesAsync(visit.Http.RequestAborted);
        return visit.Done("/desk/translation", Texts.N("switch.said", count.Value, Words.LanguageName(into)));
    }

    private static async Task<TextPlace?> Place(OpenUnit open, Queue queue, Visit visit) =>
        (await queue.Places([(open.Unit.Owner, open.Unit.OwnerId)], visit.Http.RequestAborted)).GetValueOrDefault((open.Unit.Owner, open.Unit.OwnerId));
}
