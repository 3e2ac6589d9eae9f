namespace Passerelle.Translation;

/// <summary>Which text into which language: the kind of thing, the thing, the text of it.</summary>
public readonly record struct TextKey(string Owner, Guid OwnerId, string Property, string Language)
{
    /// <summary>The address of the text at the desk.</summary>
    public string Path => $"/desk/translation/{Owner}/{OwnerId}/{Property}/{Language}";

    public override string ToString() => $"{Owner}/{OwnerId}/{Property}";
}
