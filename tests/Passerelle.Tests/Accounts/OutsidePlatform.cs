using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Accounts.FakeProvider;

namespace Passerelle.Tests.Accounts;

public sealed class OutsidePlatform : TestPlatform
{
    internal FakeProvider Provider { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["PublicUrl"] = "https://passerelle.example",
        ["OpenIdConnect:Providers:0:Key"] = "exampleid",
        ["OpenIdConnect:Providers:0:Name"] = "ExampleID",
        ["OpenIdConnect:Providers:0:Authority"] = Address,
        ["OpenIdConnect:Providers:0:ClientId"] = Client,
        ["OpenIdConnect:Providers:0:ClientSecret"] = Secret,
        ["OpenIdConnect:Providers:0:Scope"] = "openid email given_name family_name",
        ["OpenIdConnect:Providers:0:AcrValues"] = "eidas1",
    };

    protected override void Configure(IServiceCollection services) =>
        services.Configure<OpenIdConnectOptions>("outside-exampleid", o => o.BackchannelHttpHandler = Provider);
}
