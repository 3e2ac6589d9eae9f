using Passerelle.Platform.Data;

namespace Passerelle.Accounts.Contract;

/// <summary>
/// What one capability holds about a person. Each registers its own with AddScoped&lt;IPersonalData, …&gt;: the download
/// gathers them, and erasing an account calls them in its transaction.
/// </summary>
public interface IPersonalData
{
    /// <summary>The key in the download, such as «groups».</summary>
    string Name { get; }

    /// <summary>What is written into the download as JSON; null when there is nothing.</summary>
    Task<object?> Of(Guid person, CancellationToken stop);

    /// <summary>
    /// Erases what need not be kept, and says in words of the moment's language what is kept and why; the page shows
    /// it before the person decides. With <paramref name="act"/> null nothing is erased.
    /// </summary>
    Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop);
}
