using Passerelle.Platform.Localization;

namespace Passerelle.Projects.Contract;

/// <summary>A link to a partner that nobody has answered: the Director may accept it on the partner's behalf.</summary>
/// <param name="From">What proposes it.</param>
/// <param name="Group">The group that answers for that.</param>
/// <param name="Partner">By its code.</param>
public sealed record LinkForPartner(Guid Id, LocalizedText From, Guid? Group, string Partner, string Path);

/// <summary>The links that wait for a partner's answer, for the agency's overview; from memory, without a query.</summary>
public sealed class LinksForPartners
{
    private readonly LinkBook _book;

    internal LinksForPartners(LinkBook book) => _book = book;

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<LinkForPartner>> Waiting(CancellationToken stop = default) =>
        [.. (await _book.Open(stop)).Where(l => l is { IsAccepted: false, To.End.Kind: LinkEndKind.Partner }).Select(l => new LinkForPartner(l.Id, l.From.Name, l.From.Group, l.To.End.Code!, $"/desk/links/{l.Id}"))];
}
