using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Pages;

namespace Passerelle.Translation;

/// <summary>
/// Who reads something that is not everybody's asks for its translation. Only the page that shows it knows who may read
/// it, so the form on that page carries a sealed word for this reader and this thing.
/// </summary>
internal static class Asking
{
    /// <summary>A card for a thing of a kind, on its own page; nothing when all of it is ready or was asked for.</summary>
    public static Func<IServiceProvider, string, CancellationToken, Task<RenderFragment?>> CardFor(string owner) => async (services, key, stop) =>
    {
        var (db, visit) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Visit>());
        return visit.Who is { } who && Guid.TryParse(key, out var id) && await Open(db, owner, id).AnyAsync(stop)
            ? Slots.Draw<AskCard>((nameof(AskCard.Word), Seal(services).Protect($"{who.Id}/{owner}/{id}")))
            : null;
    };

    public static async Task<IResult> Post(Visit visit, PlatformDb db, UnitStore store, Queue queue, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (visit.Who is not { } who || Opened(http.RequestServices, form["word"]).Split('/') is not [var reader, var owner, var thing] || reader != who.Id.ToString())
        {
            return visit.Refuse();
        }

        var (id, stop) = (Guid.Parse(thing), http.RequestAborted);
        foreach (var row in await Open(db, owner, id).ToListAsync(stop))
        {
            await store.Ask(new(owner, id, row.Property, row.Language), visit.Act, stop);
        }

        await db.SaveChangesAsync(stop);
        var place = (await queue.Places([(owner, id)], stop)).GetValueOrDefault((owner, id));
        return visit.Done(place?.Path ?? "/desk", Texts.T("ask.said"));
    }

    private static IQueryable<TextIndexRow> Open(PlatformDb db, string owner, Guid id) => db.TextIndex.AsNoTracking()
        .Where(r => r.OwnerId == id && r.Owner == owner && r.Waits && r.Readers == Readers.Inside
            && !db.Set<TranslationUnit>().Any(u => u.OwnerId == id && u.Owner == owner && u.Property == r.Property && u.Language == r.Language && u.AskedAt != null));

    private static IDataProtector Seal(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("translation.ask");

    private static string Opened(IServiceProvider services, string word)
    {
        try
        {
            return Seal(services).Unprotect(word);
        }
        catch (CryptographicException)
        {
            return "";
        }
    }
}
