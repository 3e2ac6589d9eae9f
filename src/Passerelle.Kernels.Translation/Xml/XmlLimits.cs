namespace Passerelle.Kernels.Translation.Xml;

/// <summary>How much of a file is read before it is refused. In UTF-16 units, as decoded.</summary>
/// <param name="Characters">In the whole file.</param>
/// <param name="ElementCharacters">In one text, attribute or comment, and in one unit that is read as a whole (a tu, a unit, a concept).</param>
/// <param name="Depth">Elements in elements.</param>
public sealed record XmlLimits(long Characters = 600_000_000, int ElementCharacters = 4_000_000, int Depth = 64);
