using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Passerelle.Bench;

/// <summary>One connection that asks and reads answers, with as little work as can be: the client shares the processors with the server.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private readonly byte[] _buffer = new byte[128 * 1024];
    private readonly byte[] _request = new byte[4096];
    private int _read;
    private int _filled;

    private readonly string _cookie;

    /// <param name="port">The server's.</param>
    /// <param name="cookie">Of somebody who is signed in, or null.</param>
    public Connection(int port, string? cookie = null)
    {
        _cookie = cookie is null ? "" : $"Cookie: {cookie}\r\n";
        _socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>Asks for an address; returns the status and the length of the body.</summary>
    public (int Status, int Length) Get(string path, string? encoding)
    {
        var length = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{_cookie}{(encoding is null ? "" : $"Accept-Encoding: {encoding}\r\n")}\r\n", _request);
        for (var sent = 0; sent < length;)
        {
            sent += _socket.Send(_request.AsSpan(sent, length - sent));
        }

        (_read, _filled) = (0, 0);
        var head = Upto("\r\n\r\n"u8);
        var status = int.Parse(head.Slice(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        if (head.IndexOf("Content-Length: "u8) is >= 0 and var at)
        {
            var digits = head[(at + 16)..];
            var size = int.Parse(digits[..digits.IndexOf((byte)'\r')], NumberStyles.None, CultureInfo.InvariantCulture);
            Skip(size);
            return (status, size);
        }

        return (status, Chunks());
    }

    public void Dispose() => _socket.Dispose();

    private int Chunks()
    {
        for (var total = 0; ;)
        {
            var line = Upto("\r\n"u8);
            var size = int.Parse(line[..^2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            Skip(size + 2);
            if (size == 0)
            {
                return total;
            }

            total += size;
        }
    }

    private ReadOnlySpan<byte> Upto(ReadOnlySpan<byte> end)
    {
        while (true)
        {
            if (_buffer.AsSpan(_read, _filled - _read).IndexOf(end) is >= 0 and var at)
            {
                var found = _buffer.AsSpan(_read, at + end.Length);
                _read += found.Length;
                return found;
            }

            Fill();
        }
    }

    private void Skip(int count)
    {
        while (_filled - _read < count)
        {
            count -= _filled - _read;
            _read = _filled;
            Fill();
        }

        _read += count;
    }

    private void Fill()
    {
        if (_read == _filled)
        {
            (_read, _filled) = (0, 0);
        }

        var count = _socket.Receive(_buffer.AsSpan(_filled));
        if (count == 0)
        {
            throw new IOException("The server closed the connection");
        }

        _filled += count;
    }
}
