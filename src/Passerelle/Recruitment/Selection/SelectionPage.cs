using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Selection;

/// <summary>A page of the selection, with its texts.</summary>
public abstract class SelectionPage<TSelf, TModel> : Page<TSelf, TModel>
    where TSelf : SelectionPage<TSelf, TModel>
{
    protected static string T(string key, params object?[] args) => SelectionTexts.T(key, args);

    protected static string N(string key, int count, params object?[] args) => SelectionTexts.N(key, count, args);

    protected static string Words(LocalizedText text) => SelectionView.Words(text);
}

/// <summary>A part of such a page.</summary>
public abstract class SelectionView : ComponentBase
{
    protected static string T(string key, params object?[] args) => SelectionTexts.T(key, args);

    protected static string N(string key, int count, params object?[] args) => SelectionTexts.N(key, count, args);

    /// <summary>A text of the vacancy in a line, where no tag can stand.</summary>
    internal static string Words(LocalizedText text) => text.Read(Language.Content, TextState.Approved).Value;
}
