using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Passerelle.Tests.Host;

/// <summary>A real ClamAV daemon, with one signature of its own: the standard words by which scanners are tried.</summary>
internal sealed class ClamServer : IDisposable
{
    public const string Signature = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private readonly Process _process;
    private readonly string _folder;

    private ClamServer(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<ClamServer> Start(int port)
    {
        var folder = Directory.CreateTempSubdirectory("passerelle-clamd-").FullName;
        var signatures = Directory.CreateDirectory(Path.Combine(folder, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.ndb"), $"Passerelle-Test:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Signature))}\n");
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"DatabaseDirectory {signatures}\nTemporaryDirectory {folder}\nTCPAddr 127.0.0.1\nTCPSocket {port}\nForeground yes\nStreamMaxLength 1M\n");
        var process = Process.Start(new ProcessStartInfo("/usr/sbin/clamd", ["--config-file", settings]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var tries = 0; ; tries++)
        {
            Assert.True(tries < 600, "clamd does not answer");
            Assert.False(process.HasExited, "clamd does not start (Debian package clamav-daemon)");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return new(process, folder);
            }
            catch (SocketException)
            {
                await Task.Delay(50); // it does not listen yet
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
