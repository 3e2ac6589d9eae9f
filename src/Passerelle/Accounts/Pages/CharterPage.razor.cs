using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>The charter in force: to read for everybody, to accept for who is signed in and has not.</summary>
public sealed partial class CharterPage
{
    /// <summary>What was sent to another page, which goes on there once the charter is accepted.</summary>
    public sealed record Sent(string Action, IReadOnlyList<(string Name, string Value)> Fields, bool HadFiles);

    public sealed record View(Form Form, CharterCard Charter, bool Asks, string Return, Sent? Sent = null);

    internal static async Task<IResult> Get(Visit visit, Charter charter) =>
        await charter.Current() is not { } current ? visit.NotFound()
        : Show(new(Form.Of(), current, await Asks(visit, charter), OneTimeLink.SafePath(visit.Query("return"))));

    internal static async Task<IResult> Post(Visit visit, Charter charter, PlatformDb db, HttpContext http)
    {
        if (visit.Who is not { } who || await charter.Current() is not { } current)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        Judge(form, current);
        if (!form.Ok)
        {
            return Show(new(form, current, await Asks(visit, charter), OneTimeLink.SafePath(form["return"])), form);
        }

        if (!await charter.HasAccepted(who.Id))
        {
            await CharterGate.Note(visit, db, current);
        }

        return visit.Done(OneTimeLink.SafePath(form["return"]), Texts.T("charter.accepted"));
    }

    /// <summary>Asks for the charter before what was sent to another page: every field goes along, and files are asked for again.</summary>
    internal static IResult Before(IFormCollection sent, string action, CharterCard current)
    {
        var fields = sent.Where(f => f.Key is not (CharterGate.Accept or CharterGate.Number)).SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")));
        var form = Form.Of((CharterGate.Number, sent[CharterGate.Number]), (CharterGate.Accept, sent[CharterGate.Accept]));
        if (form[CharterGate.Number].Length > 0)
        {
            Judge(form, current);
        }

        return Show(new(form, current, Asks: true, "/", new(action, [.. fields], sent.Files.Count > 0)), StatusCodes.Status422UnprocessableEntity);
    }

    private static void Judge(Form form, CharterCard current)
    {
        if (!form.Ticked(CharterGate.Accept))
        {
            form.Fail(CharterGate.Accept, Texts.T("charter.must"));
        }
        else if (form[CharterGate.Number] != current.Number.ToString())
        {
            form.Fail(CharterGate.Accept, Texts.T("charter.newer"));
        }
    }

    private static async Task<bool> Asks(Visit visit, Charter charter) => visit.Who is { } who && !await charter.HasAccepted(who.Id);
}
