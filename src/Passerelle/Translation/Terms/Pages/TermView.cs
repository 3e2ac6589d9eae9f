using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Terms.Pages;

/// <summary>A page with the words of the term base, which the folder above has others than.</summary>
public abstract class TermView<TSelf, TModel> : Page<TSelf, TModel>
    where TSelf : Page<TSelf, TModel>
{
    protected static string T(string key, params object?[] args) => TermTexts.T(key, args);

    protected static string N(string key, int count, params object?[] args) => TermTexts.N(key, count, args);
}

/// <summary>The same for a part of a page.</summary>
public abstract class TermPart : ComponentBase
{
    protected static string T(string key, params object?[] args) => TermTexts.T(key, args);
}
