using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;

namespace Passerelle.Accounts;

/// <summary>
/// The codes of an app, each good once: one that was looked at over a shoulder is worth nothing once it has opened.
/// A used code is a row until its time is over, so that of two requests with the same code one is refused.
/// </summary>
internal sealed class OnceCodes(PlatformDb db) : AuthenticatorTokenProvider<Person>
{
    private const string Used = "passerelle-code";

    /// <summary>Longer than Identity takes a code for right: two steps of thirty seconds before and after.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user) =>
        await base.ValidateAsync(purpose, token, manager, user) && await Use(user.Id, int.Parse(token, CultureInfo.InvariantCulture).ToString("D6", CultureInfo.InvariantCulture));

    private async Task<bool> Use(Guid person, string code)
    {
        var now = TimeProvider.System.GetUtcNow();
        var used = await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person && t.LoginProvider == Used).ToListAsync();
        db.RemoveRange(used.Where(t => IsOver(t, now)));
        await db.SaveChangesAsync();
        if (used.Exists(t => t.Name == code && !IsOver(t, now)))
        {
            return false;
        }

        var row = new IdentityUserToken<Guid> { UserId = person, LoginProvider = Used, Name = code, Value = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };
        db.Add(row);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            db.Entry(row).State = EntityState.Detached;
            return false;
        }
    }

    private static bool IsOver(IdentityUserToken<Guid> used, DateTimeOffset now) =>
        now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(used.Value!, CultureInfo.InvariantCulture)) > Life;
}
