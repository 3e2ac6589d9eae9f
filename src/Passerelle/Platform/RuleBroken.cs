namespace Passerelle.Platform;

/// <summary>An act that a rule refuses, in words for the person who tried it, in their language.</summary>
public sealed class RuleBroken(string message, string? field = null) : Exception(message)
{
    /// <summary>The form field to blame, when there is one.</summary>
    public string? Field { get; } = field;
}

/// <summary>Somebody else changed the thing meanwhile.</summary>
public sealed class Conflict() : Exception("The thing was changed meanwhile");
