using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation.Pages;

/// <summary>Refuses an idea, with a reason in the language of those who proposed it. Once a group wants it, only the Director does.</summary>
public sealed partial class RefuseIdeaPage
{
    /// <param name="Form">What is typed.</param>
    /// <param name="Idea">What is refused.</param>
    /// <param name="Languages">In which its authors read why.</param>
    public sealed record View(Form Form, Idea Idea, IReadOnlyList<string> Languages);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people)
    {
        var (idea, instead) = await visit.OpenToEnd(db, slug);
        return instead ?? (idea.IsOpen ? Show(new(Form.VersionOf(idea), idea, await LanguagesOf(idea, people))) : visit.Go($"/desk/ideas/{slug}"));
    }

    public static async Task<IResult> Post(string slug, Visit visit, PlatformDb db, People people, HttpContext http)
    {
        var (idea, instead) = await visit.OpenToEnd(db, slug);
        if (instead is not null)
        {
            return instead;
        }

        var (form, languages) = (await Form.Read(http.Request), await LanguagesOf(idea, people));
        var version = form.Version;
        var reason = form.Localized("reason", max: Idea.ReasonLimit);
        foreach (var language in languages.Where(l => !reason.IsEmpty && reason.In(l) is null && form.ErrorOf($"reason.{l}") is null))
        {
            form.Fail($"reason.{language}", T("rule.idea.reason.language", Language.NameOf(language)));
        }

        return await form.Save(db, async () => Form.VersionOf(idea = (await db.Idea(slug))!), () =>
            {
                idea.MustBe(form.Version);
                idea.Refuse(reason, visit.Act);
            })
            || await visit.SentTwice(db, slug, version, "idea.refused", now => now.State == IdeaState.Refused && now.Reason.HasSameWords(reason))
            ? visit.Done($"/desk/ideas/{slug}", T("refuse.done"))
            : Show(new(form, (await db.Idea(slug))!, languages), form);
    }

    private static async Task<IReadOnlyList<string>> LanguagesOf(Idea idea, People people) =>
        [.. (await people.Cards(idea.Authors)).Values.Where(p => !p.Erased).Select(p => p.Language).Where(Language.Official.Contains).Distinct().Order(StringComparer.Ordinal)];
}
