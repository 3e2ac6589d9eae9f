using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Passerelle.Platform.Files;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

public sealed class ScannerPlatform : TestPlatform
{
    public int Port { get; } = SmtpServer.FreePort();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Scanner:Address"] = $"127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}" };
}

/// <summary>Documents go past a real scanner where one is configured.</summary>
public sealed class ScannerTests(ScannerPlatform platform) : IClassFixture<ScannerPlatform>
{
    [Fact]
    public async Task What_the_scanner_recognises_is_refused_and_while_it_is_away_nothing_is_taken_and_nothing_lost()
    {
        var candidate = await Candidate.Begins(platform, "scanned@candidats.example", "nl");
        var away = await candidate.Uploads("cv", SmallPdf.Of("Levensloop"));
        Assert.Contains("Er is niets verloren", away.Main, StringComparison.Ordinal);
        Assert.Empty(InVault);

        using (await ClamServer.Start(platform.Port))
        {
            var found = await candidate.Uploads("cv", SmallPdf.Of(ClamServer.Signature));
            Assert.Contains("Passerelle-Test", found.Main, StringComparison.Ordinal);
            Assert.Contains("virusscanner", found.Main, StringComparison.Ordinal);
            Assert.Empty(InVault);
            Assert.NotNull((await candidate.Uploads("cv", SmallPdf.Of("Levensloop"))).Location);
            Assert.NotEmpty(InVault);
        }
    }

    [Fact]
    public async Task A_file_that_it_will_not_read_to_the_end_is_not_called_clean()
    {
        var port = SmtpServer.FreePort();
        using var server = await ClamServer.Start(port);
        var scanner = new VirusScanner(Set($"127.0.0.1:{port}"));
        Assert.Null(await scanner.Find(RandomNumberGenerator.GetBytes(300_000), default));
        await Assert.ThrowsAsync<ScannerAway>(() => scanner.Find(RandomNumberGenerator.GetBytes(3_000_000), default));
    }

    [Theory]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("", true)]
    [InlineData("3310", false)]
    [InlineData("clamd:", false)]
    [InlineData("clamd:70000", false)]
    public void Its_address_is_host_and_port_or_the_path_of_a_socket(string address, bool right) =>
        Assert.Equal(right, VirusScanner.Wrong(Set(address)) is null);

    private string[] InVault => Directory.Exists(Path.Combine(platform.DataFolder, "vault")) ? Directory.GetFiles(Path.Combine(platform.DataFolder, "vault"), "*", SearchOption.AllDirectories) : [];

    private static IConfiguration Set(string address) => new ConfigurationBuilder().AddInMemoryCollection([new("Scanner:Address", address)]).Build();
}
