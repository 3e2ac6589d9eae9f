using Passerelle.ActionGroups.Contract;
using Passerelle.Participation.Pages;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>The form of an idea: in one language, which its author chooses.</summary>
public sealed class IdeaDraft(Programmes programmes, Communes communes, IEnumerable<FirstWords> first)
{
    public async Task<NewIdeaPage.View> Empty(Visit visit) => await View(Form.Of(("language", Language.Content), ("theme", visit.Query("theme"))), visit);

    public async Task<(IdeaWords Words, IReadOnlyList<string> Sides, string Theme, NewIdeaPage.View View)> Read(Form form, Visit visit)
    {
        var view = await View(form, visit);
        var language = form["language"];
        if (!Language.Official.Contains(language))
        {
            form.Fail("language", T("idea.language.choose"));
            language = Language.Content;
        }

        LocalizedText In(string text) => text.Length == 0 ? LocalizedText.Empty() : LocalizedText.Of(language, (language, text));
        var words = new IdeaWords(
            In(form.Line("title", Idea.TitleLimit)), In(form.Text("need", Idea.NeedLimit)),
            In(form.Text("evidence", Idea.EvidenceLimit, optional: true)), In(form.Text("beneficiaries", Idea.BeneficiariesLimit)));
        IReadOnlyList<string> sides = [.. form.All("sides").Distinct()];
        if (sides.Count == 0 || sides.Any(code => view.Sides.All(s => s.Code != code)))
        {
            form.Fail("sides", T("rule.idea.sides"));
        }

        if (view.Programme.Theme(form["theme"]) is null)
        {
            form.Fail("theme", T("idea.theme.choose"));
        }

        return (words, sides, form["theme"], view);
    }

    /// <summary>Whether a moderator reads it before others do.</summary>
    public Task<bool> Waits(Guid person, CancellationToken stop) => first.Wait(person, stop);

    private async Task<NewIdeaPage.View> View(Form form, Visit visit)
    {
        var stop = visit.Http.RequestAborted;
        return new(form, null, await programmes.Current(stop), (await communes.On(visit.Today, stop)).Sides);
    }
}
