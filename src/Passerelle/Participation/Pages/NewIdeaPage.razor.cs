using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Proposes an idea in two steps: write it; see what resembles it, in both languages; then send it.</summary>
public sealed partial class NewIdeaPage
{
    private const int MostAlike = 5;

    public const string Step = "step";
    public const string Send = "send";
    public const string Write = "write";

    /// <param name="Form">What is typed.</param>
    /// <param name="Near">What resembles it, in the second step; null in the first.</param>
    /// <param name="Programme">For the themes.</param>
    /// <param name="Sides">The sides.</param>
    public sealed record View(Form Form, IReadOnlyList<Resemblance>? Near, ProgrammeView Programme, IReadOnlyList<SideCard> Sides);

    public static async Task<IResult> Get(Visit visit, IdeaDraft draft) =>
        visit.SignedIn ? Show(await draft.Empty(visit)) : visit.Refuse();

    public static async Task<IResult> Post(Visit visit, PlatformDb db, IdeaDraft draft, Resemblances resemblances, HttpContext http)
    {
        if (visit.Who is not { } who)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (await db.IdeaSlug(form.Once) is { } before)
        {
            return visit.Go($"/ideas/{before}"); // sent twice
        }

        var (words, sides, theme, view) = await draft.Read(form, visit);
        if (!form.Ok || form[Step] == Write)
        {
            return Show(view, form);
        }

        if (form[Step] != Send)
        {
            return Show(view with { Near = await resemblances.Of(words, MostAlike, http.RequestAborted) });
        }

        var held = await draft.Waits(who.Id, http.RequestAborted);
        var slug = await db.Again(async () =>
        {
            if (await db.IdeaSlug(form.Once) is { } sent)
            {
                return sent; // sent twice at once
            }

            var idea = Idea.Send(form.Once, await db.FreeIdeaSlug(words.Title.SourceValue), words, sides, theme, held, visit.Act);
            db.Add(idea);
            if (held)
            {
                db.Add(ModerationCase.Hold(ModerationCase.About(idea, visit.Act), visit.Act));
            }

            await db.SaveChangesAsync();
            return idea.Slug;
        });
        return visit.Done($"/ideas/{slug}", T(held ? "idea.sent.held" : "idea.sent"));
    }
}
