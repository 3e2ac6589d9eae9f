using System.Security.Cryptography;
using System.Text;
using Passerelle.Platform.Pack;

namespace Passerelle.Accounts.Contract;

/// <summary>A person of the demonstration, as the other files of the pack name them.</summary>
public sealed record PackPerson(Guid Id, string Slug, string Language, string Side, IReadOnlyList<string> Roles);

/// <summary>The demonstration's people, for the parts of the pack that name them.</summary>
public static class PackPeople
{
    public const string File = "demo/people.csv";

    /// <summary>The id that the person with this slug has in every installation.</summary>
    public static Guid IdOf(string slug) => new(SHA256.HashData(Encoding.UTF8.GetBytes("person:" + slug)).AsSpan(0, 16));

    /// <summary>All of them by slug. What is wrong with the file is noted once, by Accounts.</summary>
    public static IReadOnlyDictionary<string, PackPerson> In(PackFolder pack) => pack.Peek(File)
        .DistinctBy(row => row["id"])
        .ToDictionary(row => row["id"], row => new PackPerson(IdOf(row["id"]), row["id"], row["language"], row["side"], Split(row["roles"])), StringComparer.Ordinal);

    internal static string[] Split(string roles) => roles.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
