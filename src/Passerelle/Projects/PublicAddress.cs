using System.Net;
using System.Net.Sockets;

namespace Passerelle.Projects;

/// <summary>An address on the web that anybody can open, as far as it shows: no script, no password, no machine of a house.</summary>
internal static class PublicAddress
{
    private static readonly string[] InHouse = [".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".private", ".home.arpa"];

    public static bool Is(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0
        && (IPAddress.TryParse(address.DnsSafeHost, out var ip) ? IsPublic(ip) : IsPublic(address.DnsSafeHost.TrimEnd('.')));

    private static bool IsPublic(string host) =>
        host.Contains('.', StringComparison.Ordinal) && !InHouse.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool IsPublic(IPAddress ip)
    {
        if (ip.IsIPv4MappedToIPv6)
        {
            ip = ip.MapToIPv4();
        }

        return !IPAddress.IsLoopback(ip) && (ip.AddressFamily == AddressFamily.InterNetworkV6
            ? !ip.IsIPv6LinkLocal && !ip.IsIPv6SiteLocal && !ip.IsIPv6UniqueLocal && !ip.Equals(IPAddress.IPv6Any)
            : ip.GetAddressBytes() is not ([0 or 10 or 127, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..]));
    }
}
