using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>What a kind of link is called: as a verb between its ends, and short, seen from either end.</summary>
internal static class LinkWords
{
    public static string Verb(LinkKind kind) => T($"link.verb.{kind}");

    /// <summary>For the matrix: from the first end, or looking back from the second.</summary>
    public static string Short(LinkKind kind, bool back = false) => T(back && !kind.IsMutual() ? $"link.short.{kind}.back" : $"link.short.{kind}");

    public static string State(LinkState state) => T($"link.state.{state}");
}
