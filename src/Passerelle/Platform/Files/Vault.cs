using System.Security.Cryptography;
using Passerelle.Platform.Data;

namespace Passerelle.Platform.Files;

/// <summary>Files that are there once and are read by few, encrypted at rest.</summary>
/// <param name="Store">Which of a thing's files, such as the document itself or the text in it; a stable word of letters.</param>
public readonly record struct VaultName(Guid Id, string Store);

/// <summary>
/// Keeps bytes encrypted in the data folder (AES-256-GCM, a fresh nonce for each file, its name authenticated with it,
/// so that none can be put in another's place). The key comes from the setting «Vault:KeyFile», a file outside the data
/// folder that holds 32 bytes in base64. In the demonstration such a file is made beside the data folder.
/// </summary>
public sealed class Vault
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const byte Format = 1;

    private readonly DataFolder _folder;
    private readonly Lazy<byte[]?> _key;

    public Vault(DataFolder folder, IConfiguration settings, PlatformOptions options)
    {
        _folder = folder;
        _key = new(() => Read(settings["Vault:KeyFile"] ?? (options.Demo ? Demonstration(folder) : null)));
    }

    /// <summary>False when no key is configured: then nothing can be taken.</summary>
    public bool IsOpen => _key.Value is not null;

    /// <summary>What is wrong with the setting, in English for the operator; null when it is in order or absent.</summary>
    public static string? Wrong(IConfiguration settings, string dataFolder)
    {
        if (settings["Vault:KeyFile"] is not { Length: > 0 } file)
        {
            return null;
        }

        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder)) + Path.DirectorySeparatorChar;
        if (Path.GetFullPath(file).StartsWith(data, StringComparison.Ordinal))
        {
            return $"Vault:KeyFile «{file}» lies inside the data folder; whoever takes the folder would take the key along.";
        }

        try
        {
            return Read(file) is null ? $"Vault:KeyFile «{file}» does not exist." : null;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return $"Vault:KeyFile «{file}» is no key: it holds 32 random bytes in base64, as «openssl rand -base64 32» writes them.";
        }
    }

    public async Task Put(VaultName name, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        var shut = new byte[1 + NonceBytes + content.Length + TagBytes];
        shut[0] = Format;
        var nonce = shut.AsMemory(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using (var aes = new AesGcm(Key, TagBytes))
        {
            aes.Encrypt(nonce.Span, content.Span, shut.AsSpan(1 + NonceBytes, content.Length), shut.AsSpan(1 + NonceBytes + content.Length), Signed(name));
        }

        // Written aside and moved: a machine that stops midway leaves no half file under the name.
        var aside = PathOf(name) + "." + Guid.NewGuid().ToString("N");
        try
        {
            await File.WriteAllBytesAsync(aside, shut, stop);
            File.Move(aside, PathOf(name), overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>The bytes as they were put; null when there are none. <see cref="CryptographicException"/> when they were tampered with or the key is another.</summary>
    public async Task<byte[]?> Get(VaultName name, CancellationToken stop = default)
    {
        if (!File.Exists(PathOf(name)))
        {
            return null;
        }

        var stored = await File.ReadAllBytesAsync(PathOf(name), stop);
        if (stored.Length < 1 + NonceBytes + TagBytes || stored[0] != Format)
        {
            throw new CryptographicException("A file of the vault is damaged");
        }

        var content = new byte[stored.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(Key, TagBytes);
        aes.Decrypt(stored.AsSpan(1, NonceBytes), stored.AsSpan(1 + NonceBytes, content.Length), stored.AsSpan(stored.Length - TagBytes), content, Signed(name));
        return content;
    }

    public void Remove(VaultName name) => File.Delete(PathOf(name));

    /// <summary>Removes what belongs to none of these ids and has lain there for a day, so that nothing is taken that is just being written.</summary>
    public void Sweep(IReadOnlySet<Guid> known)
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var file in Directory.EnumerateFiles(_folder.Sub("vault"), "*", SearchOption.AllDirectories))
        {
            var parts = Path.GetFileName(file).Split('.');
            if (File.GetLastWriteTimeUtc(file) < before && (parts.Length != 2 || !Guid.TryParseExact(parts[0], "N", out var id) || !known.Contains(id)))
            {
                File.Delete(file);
            }
        }
    }

    private byte[] Key => _key.Value ?? throw new InvalidOperationException("Vault:KeyFile is not set");

    private string PathOf(VaultName name)
    {
        var id = name.Id.ToString("N");
        return Path.Combine(_folder.Sub(Path.Combine("vault", id[^2..])), $"{id}.{name.Store}");
    }

    private static byte[] Signed(VaultName name) => [.. name.Id.ToByteArray(), .. System.Text.Encoding.UTF8.GetBytes(name.Store)];

    private static byte[]? Read(string? file)
    {
        if (string.IsNullOrEmpty(file) || !File.Exists(file))
        {
            return null;
        }

        var key = Convert.FromBase64String(File.ReadAllText(file).Trim());
        return key.Length == KeyBytes ? key : throw new FormatException();
    }

    private static string Demonstration(DataFolder folder)
    {
        var file = Path.TrimEndingDirectorySeparator(folder.Path) + ".key";
        if (!File.Exists(file))
        {
            var aside = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllText(aside, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(aside, file);
            }
            catch (IOException)
            {
                File.Delete(aside); // another process of the same demonstration was quicker
            }
        }

        return file;
    }
}
