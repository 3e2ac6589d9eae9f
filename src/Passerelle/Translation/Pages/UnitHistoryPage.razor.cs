using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Pages;

/// <summary>Who did what to a translation, and when its readers got it.</summary>
public sealed partial class UnitHistoryPage
{
    private const int MostLines = 500;

    public sealed record View(TextKey Key, string Source, TextPlace? Place, IReadOnlyList<HistoryLine> Lines);

    internal static async Task<IResult> Get(string owner, Guid id, string property, string into, Visit visit, UnitStore store, Queue queue, EventWording wording, PlatformDb db)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var (key, stop) = (new TextKey(owner, id, property, into), visit.Http.RequestAborted);
        if (await store.Read(key, who, stop) is not { } open)
        {
            return visit.Refuse(confidential: true);
        }

        var unit = open.Unit.Id;
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == unit || (e.SubjectId == id && (e.Name == "text.translated" || e.Name.StartsWith("translation.machine-")))).OrderByDescending(e => e.Number).Take(MostLines).ToListAsync(stop);
        var ofThis = events.Where(e => (e.SubjectId == unit && e.Name != "text.translated") || (e["property"] == property && e["language"] == into)).ToList();
        var places = await queue.Places([(owner, id)], stop);
        return Show(new(key, open.Text.Text.Source, places.GetValueOrDefault((owner, id)), await wording.Of(ofThis, stop)));
    }
}
