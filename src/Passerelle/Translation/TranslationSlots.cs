using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Translation.Pages;

namespace Passerelle.Translation;

/// <summary>What waits at the desk for this person, on their first page.</summary>
internal static class TranslationSlots
{
    private const int Days = 14;

    public static async Task<RenderFragment?> Today(IServiceProvider services, string key, CancellationToken stop)
    {
        var visit = services.GetRequiredService<Visit>();
        if (visit.Who is not { } who || !who.Is(Role.Translator, Role.Proofreader))
        {
            return null;
        }

        var (mine, free) = await services.GetRequiredService<Queue>().For(who, stop);
        var since = visit.Now.AddDays(-Days);
        var read = await services.GetRequiredService<PlatformDb>().Set<TranslationUnit>().AsNoTracking()
            .Where(u => u.HandedInBy == who.Id && u.ReadAt >= since && u.ReadBy != who.Id && u.Segments.Any(s => s.HandedIn != null))
            .OrderByDescending(u => u.ReadAt).Take(5).ToListAsync(stop);
        return Slots.Draw<TranslationToday>((nameof(TranslationToday.Mine), mine), (nameof(TranslationToday.Free), free), (nameof(TranslationToday.Changed), read.Select(u => u.Key).ToList()));
    }
}
