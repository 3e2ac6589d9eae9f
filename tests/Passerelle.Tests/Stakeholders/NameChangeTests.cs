using Passerelle.Tests.Host;

namespace Passerelle.Tests.Stakeholders;

/// <summary>Somebody of the directory who has an account, and changes its name.</summary>
public sealed class NameChangeTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_name_changed_in_the_account_is_found_in_the_directory_and_stands_in_the_entrys_history()
    {
        var (coordinator, id) = (await platform.As("coordinator"), DirectoryScene.Sample("karel-moerkercke"));
        Assert.Contains("Moerkercke", (await platform.Entry(id)).Name, StringComparison.Ordinal);
        var elected = await platform.As("colead-elected");
        Assert.Equal(303, (int)(await elected.Fill("/nl/me", ("family", "Vandermoere"))).Status);
        await platform.Deliver();
        Assert.Equal("Karel Vandermoere", (await platform.Entry(id)).Name);
        Assert.Contains("Karel Vandermoere", (await coordinator.Get(DirectoryScene.Index + "?q=vandermoere")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Vandermoere", (await coordinator.Get(DirectoryScene.Index + "?q=moerkercke")).Html.QuerySelector("main table")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("a modifié la fiche", (await coordinator.Get(DirectoryScene.At(id))).Main, StringComparison.Ordinal);

        // What else changes in the account is not the directory's.
        var version = (await platform.Entry(id)).Version;
        Assert.Equal(303, (int)(await elected.Fill("/nl/me", ("organisation", "Stad Kortrijk"))).Status);
        await platform.Deliver();
        Assert.Equal(version, (await platform.Entry(id)).Version);
    }
}
