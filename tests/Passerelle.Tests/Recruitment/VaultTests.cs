using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;

namespace Passerelle.Tests.Recruitment;

/// <summary>Files encrypted at rest: nothing is read without the key, nothing changed unnoticed, and a copy of the folder with the key is a backup.</summary>
public sealed class VaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("passerelle-vault-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_put_comes_back_to_the_byte_and_none_of_it_can_be_read_on_disk()
    {
        var vault = Open("data", Key());
        var (name, bytes) = (new VaultName(Guid.NewGuid(), "pdf"), "%PDF-1.7 un document"u8.ToArray());
        await vault.Put(name, bytes);
        Assert.Equal(bytes, await vault.Get(name));
        Assert.True((await File.ReadAllBytesAsync(Assert.Single(Files()))).AsSpan().IndexOf("%PDF"u8) < 0);
        vault.Remove(name);
        Assert.Empty(Files());
        Assert.Null(await vault.Get(name));
    }

    [Fact]
    public async Task A_changed_file_a_file_in_anothers_place_and_another_key_are_noticed()
    {
        var key = Key();
        var vault = Open("data", key);
        var (one, two) = (new VaultName(Guid.NewGuid(), "pdf"), new VaultName(Guid.NewGuid(), "pdf"));
        await vault.Put(one, "premier"u8.ToArray());
        await vault.Put(two, "second"u8.ToArray());
        var (first, second) = (Files().Single(f => f.Contains(one.Id.ToString("N"), StringComparison.Ordinal)), Files().Single(f => f.Contains(two.Id.ToString("N"), StringComparison.Ordinal)));
        File.Copy(first, second, overwrite: true);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => vault.Get(two));
        var changed = await File.ReadAllBytesAsync(first);
        changed[^1] ^= 1;
        await File.WriteAllBytesAsync(first, changed);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => vault.Get(one));
        await Open("data", Key()).Put(one, "troisième"u8.ToArray());
        await Assert.ThrowsAnyAsync<CryptographicException>(() => vault.Get(one));
    }

    [Fact]
    public async Task A_copy_of_the_data_folder_is_restored_with_the_key_that_was_kept_elsewhere()
    {
        var (key, name) = (Key(), new VaultName(Guid.NewGuid(), "pdf"));
        await Open("data", key).Put(name, "conservé"u8.ToArray());
        var restored = Path.Combine(_folder, "restored");
        foreach (var file in Files())
        {
            var target = file.Replace(Path.Combine(_folder, "data"), restored, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Directory.Delete(Path.Combine(_folder, "data"), recursive: true);
        Assert.Equal("conservé"u8.ToArray(), await Open("restored", key).Get(name));
    }

    [Fact]
    public void A_key_inside_the_data_folder_one_that_is_none_and_one_that_is_missing_stop_the_start()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        File.WriteAllText(Path.Combine(_folder, "short.key"), "trop court");
        Assert.Contains("inside the data folder", Wrong(Path.Combine(data, "vault.key"), data), StringComparison.Ordinal);
        Assert.Contains("is no key", Wrong(Path.Combine(_folder, "short.key"), data), StringComparison.Ordinal);
        Assert.Contains("does not exist", Wrong(Path.Combine(_folder, "absent.key"), data), StringComparison.Ordinal);
        Assert.Null(Wrong(Key(), data));
        Assert.False(new Vault(new DataFolder(data), new ConfigurationBuilder().Build(), new PlatformOptions { PackFolder = "" }).IsOpen);
    }

    private static string? Wrong(string key, string data) => Vault.Wrong(Settings(key), data);

    private Vault Open(string folder, string key) => new(new DataFolder(Path.Combine(_folder, folder)), Settings(key), new PlatformOptions { PackFolder = "" });

    private static IConfiguration Settings(string key) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Vault:KeyFile"] = key }).Build();

    private string Key()
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.key");
        File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return file;
    }

    private List<string> Files() => Directory.Exists(Path.Combine(_folder, "data", "vault")) ? [.. Directory.EnumerateFiles(Path.Combine(_folder, "data", "vault"), "*", SearchOption.AllDirectories)] : [];
}
