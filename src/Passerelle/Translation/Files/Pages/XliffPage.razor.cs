using Passerelle.Platform.Web;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files.Pages;

/// <summary>Reads a file that comes back from outside. Nothing of it is taken before whoever sent it has seen what it would change.</summary>
public sealed partial class XliffPage
{
    public sealed record View(Form Form);

    internal static IResult Get(Visit visit) => visit.Who is { } who && TranslationAccess.MayWork(who) ? Show(new(Form.Of())) : visit.Refuse();

    internal static async Task<IResult> Post(Visit visit, XliffDesk desk, WaitingFiles waiting, HttpContext http)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (WaitingFiles.Read(form, visit.Options, (content, _) => XliffFiles.Read(content)) is not { } read)
        {
            return Show(new(form), form);
        }

        var plan = await desk.Plan(read, who, http.RequestAborted);
        if (plan.Texts.Count == 0)
        {
            IReadOnlyList<string> reasons = [.. plan.Refused, .. plan.Apart];
            foreach (var reason in reasons.Count > 0 ? reasons : [T("xliff.empty")])
            {
                form.Fail("file", reason);
            }

            return Show(new(form), form);
        }

        return visit.Go($"/desk/translation/xliff/{await waiting.Stage(form, XliffFiles.Type, visit)}");
    }
}
