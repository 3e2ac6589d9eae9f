using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Passerelle.Platform;
using Passerelle.Platform.Data;

namespace Passerelle.Accounts;

/// <summary>Keeps the data-protection keys in the database. Its callers are synchronous; they come once a day.</summary>
internal sealed class KeyShelf(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<KeptKey>().AsNoTracking().Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName) => Task.Run(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.Add(new KeptKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        await db.SaveChangesAsync();
    }).GetAwaiter().GetResult();
}

internal sealed class KeyShelfSetup(IServiceScopeFactory scopes) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = new KeyShelf(scopes);
}

/// <summary>Makes the first key before the first visitor, outside of any transaction.</summary>
internal sealed class KeysAtStart(IDataProtectionProvider protection) : IAtStart
{
    public Task Run(IServiceProvider services, CancellationToken stop)
    {
        protection.CreateProtector("start").Protect("start"u8.ToArray());
        return Task.CompletedTask;
    }
}
