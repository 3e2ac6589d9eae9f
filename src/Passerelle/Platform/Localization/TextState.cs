namespace Passerelle.Platform.Localization;

/// <summary>How far a version of a text has come, from nothing to what a second reader and its owner approved.</summary>
public enum TextState
{
    Missing,
    Machine,
    Draft,
    Proofread,
    Approved,
}

/// <summary>What a reader is told about the version that is shown.</summary>
public enum ReadingLabel
{
    None,
    /// <summary>The source is shown, since no version in the reader's language may be.</summary>
    InProgress,
    /// <summary>A draft that no second reader has seen.</summary>
    NotProofread,
    /// <summary>An engine's words that no person has read: shown only where the kind of text allows it, and never without this label.</summary>
    Machine,
    /// <summary>The last public version; the source has changed since.</summary>
    Previous,
}

/// <summary>One text as one reader sees it: the words, the language they are in, and what to say about them.</summary>
public readonly record struct Reading(string Value, string Language, ReadingLabel Label)
{
    public override string ToString() => Value;
}
