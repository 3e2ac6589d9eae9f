using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Passerelle.Platform.Files;

/// <summary>The scanner that is configured gave no answer: nothing is known about the file.</summary>
public sealed class ScannerAway(string reason, Exception? inner = null) : Exception("The virus scanner gave no answer: " + reason, inner);

/// <summary>
/// Asks ClamAV's daemon about a file, where the setting «Scanner:Address» names one: «host:port», or the path of its socket.
/// Nothing is written to disk for it: the bytes go over the connection (INSTREAM, in clamd's manual).
/// </summary>
public sealed class VirusScanner(IConfiguration settings)
{
    private const string Setting = "Scanner:Address";
    private const int Chunk = 64 * 1024;
    private const int LongestAnswer = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly EndPoint? _daemon = Address(settings[Setting]);

    /// <summary>What is wrong with the setting, in English for the operator; null when it is in order or absent.</summary>
    public static string? Wrong(IConfiguration settings) =>
        settings[Setting] is { Length: > 0 } set && Address(set) is null ? $"{Setting} «{set}» is neither host:port nor the path of a socket." : null;

    /// <summary>The name of what was found; null when it is clean, or no scanner is configured.</summary>
    /// <exception cref="ScannerAway">It cannot be reached, or did not say whether the file is clean.</exception>
    public async Task<string?> Find(ReadOnlyMemory<byte> file, CancellationToken stop)
    {
        if (_daemon is null)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return Read(await Ask(_daemon, file, patience.Token));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new ScannerAway(e.Message, e);
        }
    }

    private static async Task<string> Ask(EndPoint daemon, ReadOnlyMemory<byte> file, CancellationToken stop)
    {
        using var socket = daemon is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(daemon, stop);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
        var length = new byte[sizeof(int)];
        for (var at = 0; at < file.Length; at += Chunk)
        {
            var part = file.Slice(at, Math.Min(Chunk, file.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            await stream.WriteAsync(length, stop);
            await stream.WriteAsync(part, stop);
        }

        await stream.WriteAsync(new byte[sizeof(int)], stop); // a part of no length ends it
        var answer = new byte[LongestAnswer];
        var filled = 0;
        while (filled < answer.Length && await stream.ReadAsync(answer.AsMemory(filled), stop) is > 0 and var read)
        {
            filled += read;
        }

        return Encoding.UTF8.GetString(answer, 0, filled).TrimEnd('\0', '\n');
    }

    /// <summary>«stream: OK», or «stream: Name FOUND»; all else, such as a file above its own limit, says nothing about the file.</summary>
    private static string? Read(string answer)
    {
        const string Of = "stream: ";
        const string Found = " FOUND";
        return answer == Of + "OK" ? null
            : answer.StartsWith(Of, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) ? answer[Of.Length..^Found.Length]
            : throw new ScannerAway(answer.Length == 0 ? "it closed the connection" : answer);
    }

    private static EndPoint? Address(string? set)
    {
        if (set is not { Length: > 0 })
        {
            return null;
        }

        if (Path.IsPathRooted(set))
        {
            return new UnixDomainSocketEndPoint(set);
        }

        var colon = set.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(set.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? new DnsEndPoint(set[..colon], port) : null;
    }
}
