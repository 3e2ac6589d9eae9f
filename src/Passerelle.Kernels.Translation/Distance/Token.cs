namespace Passerelle.Kernels.Translation.Distance;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>Letters, with digits behind them and hyphens between them. An elided article keeps its apostrophe and stands alone: «l’» «eau».</summary>
    Word,

    /// <summary>Digits with what groups and divides them: «1 234,56», «1.234,56», «3.2», «9h30».</summary>
    Number,

    /// <summary>An inline tag, as <see cref="Tags"/> has it.</summary>
    Tag,

    /// <summary>«{0}», «{name}», «{{name}}», «%s», «%1$d», «%(name)s».</summary>
    Placeholder,

    /// <summary>Any other character that is no white space.</summary>
    Punctuation,

    /// <summary>White space.</summary>
    Space,
}

/// <summary>A token of a text.</summary>
/// <param name="At">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct Token(TokenKind Kind, int At, int Length);
