using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>The questions as a juror has them on the table: in the candidate's language beside their own.</summary>
public sealed partial class KitPage
{
    public sealed record View(OpenSlot Open, QuestionKit? Kit, IReadOnlyList<string> Languages);

    internal static async Task<IResult> Get(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating)
    {
        if (await OpenSlot.Find(slug, slot, visit, db, seating) is not { } open || !(visit.MayRecruit() || open.Sits(visit)))
        {
            return visit.NotFound();
        }

        string[] languages = open.Application is null ? [.. Language.Official] : [open.Application.Language, Language.Content];
        return Show(new(open, await db.Kit(open.Vacancy.Id), [.. languages.Distinct()]));
    }
}
