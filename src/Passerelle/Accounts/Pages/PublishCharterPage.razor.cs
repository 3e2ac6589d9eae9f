using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>Publishes a new version of the charter, in every official language at once.</summary>
public sealed partial class PublishCharterPage
{
    public sealed record View(Form Form, CharterCard? Current, int Accepted, int People);

    private const int Longest = 20_000;

    internal static async Task<IResult> Get(Visit visit, Charter charter, PlatformDb db)
    {
        if (!May(visit))
        {
            return visit.Refuse();
        }

        var current = await charter.Current();
        return Show(await Drawn(Form.Of(("version", (current?.Number ?? 0).ToString())).With("text", current?.Text ?? LocalizedText.Empty()), current, db));
    }

    internal static async Task<IResult> Post(Visit visit, Charter charter, PlatformDb db, HttpContext http)
    {
        if (!May(visit))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var current = await charter.Current();
        foreach (var language in Language.Official)
        {
            // Everyone must be able to read what they agree to.
            _ = form.Text($"text.{language}", Longest);
        }

        var source = Language.Official.Contains(form["text.source"]) ? form["text.source"] : Language.Official[0];
        var versions = Language.Official.Select(l => new TextVersion(l, Clean.Text(form[$"text.{l}"]), TextState.Approved, 1)).ToList();
        if (form.Ok && versions.TrueForAll(v => v.Value == current?.Text.In(v.Language)?.Value))
        {
            form.Fail($"text.{source}", Texts.T("charter.same"));
        }

        CharterVersion? next = null;
        if (!form.Try(() => next = new(form.Version + 1, LocalizedText.Restore(source, 1, versions), visit.Today, visit.Act)))
        {
            return Show(await Drawn(form, current, db), form);
        }

        try
        {
            db.Add(next!);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            var stored = (await charter.Current())!;
            form.Compare(Form.Of(("version", stored.Number.ToString())).With("text", stored.Text));
            return Show(await Drawn(form, stored, db), form);
        }

        return visit.Done("/desk/charter", Texts.T("charter.published", next!.Number), Texts.T("charter.see"), Href.To("/charter"));
    }

    internal static bool May(Visit visit) => visit.Is(Role.Administrator, Role.Director);

    private static async Task<View> Drawn(Form form, CharterCard? current, PlatformDb db)
    {
        var number = current?.Number ?? 0;
        return new(form, current, await db.Set<CharterAcceptance>().CountAsync(a => a.Number == number), await db.Set<Person>().CountAsync(p => p.ErasedAt == null));
    }
}
