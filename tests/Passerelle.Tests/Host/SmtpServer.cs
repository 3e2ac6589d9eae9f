using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Passerelle.Tests.Host;

/// <summary>A real SMTP server (python3-aiosmtpd) that keeps what it is given in a Maildir, and knows no mailbox whose name begins with «bounce».</summary>
internal sealed class SmtpServer : IDisposable
{
    private const string Handler = """
        from aiosmtpd.handlers import Mailbox

        class Post(Mailbox):
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith('bounce'):
                    return '550 5.1.1 No such mailbox'
                envelope.rcpt_tos.append(address)
                return '250 OK'
        """;

    private readonly Process _process;
    private readonly string _folder;

    private SmtpServer(Process process, string folder) => (_process, _folder) = (process, folder);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<SmtpServer> Start(int port)
    {
        var root = Directory.CreateTempSubdirectory("passerelle-smtp-").FullName;
        var folder = Path.Combine(root, "mail");
        await File.WriteAllTextAsync(Path.Combine(root, "passerelle_post.py"), Handler);
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "passerelle_post.Post", folder]) { UseShellExecute = false, RedirectStandardError = true, Environment = { ["PYTHONPATH"] = root } })!;
        for (var tries = 0; ; tries++)
        {
            Assert.True(tries < 600, "aiosmtpd does not answer");
            await Task.Delay(50);
            Assert.False(process.HasExited, "aiosmtpd does not start (Debian package python3-aiosmtpd)");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return new(process, folder);
            }
            catch (SocketException)
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>The mails that arrived for an address.</summary>
    public List<MimeMessage> MailsTo(string address) =>
        [.. Directory.EnumerateFiles(Path.Combine(_folder, "new")).Select(f => MimeMessage.Load(f)).Where(m => m.To.Mailboxes.Any(t => t.Address == address))];

    /// <summary>Waits for the first.</summary>
    public async Task<MimeMessage> FirstTo(string address)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (MailsTo(address) is [var first, ..])
            {
                return first;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No mail to {address} arrived");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }
}
