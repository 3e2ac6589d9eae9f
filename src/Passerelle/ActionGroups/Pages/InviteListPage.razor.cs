using System.Text.Json;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A list to look at before it is sent: every row with what is wrong with it. Sent whole, or not at all.</summary>
public sealed partial class InviteListPage
{
    public sealed record View(Form Form, Group Group, IReadOnlyList<CheckedRow> Rows, string Packed)
    {
        public int Refused => Rows.Count(r => r.Invitee is null);
    }

    internal static async Task<IResult> Preview(string slug, Visit visit, PlatformDb db, Inviting inviting, HttpContext http)
    {
        if (await db.Group(slug) is not { } group)
        {
            return visit.NotFound();
        }

        if (!visit.MayWrite(group))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        return await InvitationList.Read(form, "list", visit.Options.UploadLimit) is { } rows
            ? await Draw(group, rows, visit, inviting)
            : InvitePage.Refused(form, group, visit);
    }

    internal static async Task<IResult> Send(string slug, Visit visit, PlatformDb db, Inviting inviting, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        var (once, rows) = (form.Once, Unpacked(form["rows"]));
        return await db.Again(async () =>
        {
            if (await db.Group(slug) is not { } group)
            {
                return visit.NotFound();
            }

            if (!visit.MayWrite(group))
            {
                return visit.Refuse();
            }

            if (rows.Count is 0 or > InvitationList.MostRows)
            {
                return visit.Go($"/desk/groups/{slug}/invite");
            }

            if (!await inviting.WasSent(once))
            {
                var judged = await inviting.Check(group, rows, visit.Now);
                if (group.IsActive && judged.All(r => r.Invitee is not null))
                {
                    await inviting.Send(once, group, [.. judged.Select(r => r.Invitee!)], visit.Act);
                }
                else if (!await inviting.WasSent(once)) // the same form, sent twice at once, is what its rows would be refused for
                {
                    return await Draw(group, rows, visit, inviting);
                }
            }

            return visit.Done($"/desk/groups/{slug}/members", N("list.sent", rows.Count));
        });
    }

    /// <summary>422 as soon as one row is refused: then nothing can be sent.</summary>
    private static async Task<IResult> Draw(Group group, IReadOnlyList<ListRow> rows, Visit visit, Inviting inviting)
    {
        var form = Form.Of();
        var judged = await inviting.Check(group, rows, visit.Now);
        if (!group.IsActive)
        {
            form.Fail("", T("rule.over"));
        }

        var refused = judged.Count(r => r.Invitee is null);
        if (refused > 0)
        {
            form.Fail("", N("list.refused", refused));
        }

        return Show(new(form, group, judged, JsonSerializer.Serialize(rows)), form);
    }

    private static List<ListRow> Unpacked(string packed)
    {
        try
        {
            // What comes back is what anybody may have sent: cleaned and judged anew.
            return [.. (JsonSerializer.Deserialize<List<ListRow>>(packed) ?? []).Select(r => new ListRow(r.Number,
                Cleaned(r.Email), Cleaned(r.Name), Cleaned(r.College), Cleaned(r.Organisation), Cleaned(r.Language)))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Cleaned(string? cell) => Platform.Localization.Clean.Line(cell);
}
