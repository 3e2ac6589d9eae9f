using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Offers;

/// <summary>A page of this folder: its words are its own, beside those of recruitment.</summary>
public abstract class OfferPage<TSelf, TModel> : Page<TSelf, TModel>
    where TSelf : OfferPage<TSelf, TModel>
{
    protected static string T(string key, params object?[] args) => OfferTexts.T(key, args);
}

/// <summary>A part of such a page.</summary>
public abstract class OfferPart : ComponentBase
{
    protected static string T(string key, params object?[] args) => OfferTexts.T(key, args);
}
