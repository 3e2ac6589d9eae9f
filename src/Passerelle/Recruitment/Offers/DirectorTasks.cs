using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;

namespace Passerelle.Recruitment.Offers;

/// <param name="Key">The occasion, once and for all; it ends with «/».</param>
/// <param name="Title">What to do, in the language that is current when it is called.</param>
/// <param name="Path">Where it is done, without language.</param>
public sealed record DirectorTask(string Key, Func<string> Title, string Path, DateOnly? Due);

/// <summary>What a procedure asks of its Director, whoever that is on that day.</summary>
public sealed class DirectorTasks(TaskDesk tasks, People people)
{
    private const int DaysForCopies = 7;

    public Task Ask(string key, Func<string> title, string path, DateOnly? due, Act act) => AskAll([new(key, title, path, due)], act);

    /// <summary>Asks each once under its key; asked again nothing happens. Saves.</summary>
    public async Task AskAll(IReadOnlyCollection<DirectorTask> asked, Act act)
    {
        if (asked.Count > 0)
        {
            var directors = await people.WithRole(Role.Director);
            await tasks.AskAll([.. asked.SelectMany(a => directors.Select(d => new TaskAsked(d.Id, a.Key + d.Id, LocalizedText.Worded(a.Title), a.Path, a.Due)))], act);
        }
    }

    /// <summary>Copies that were mailed lie in a mailbox, where only the Director can delete them.</summary>
    /// <param name="what">Which copies, so that each erasure is asked for once.</param>
    public Task AskForCopies(Vacancy vacancy, string what, Func<string> title, DateOnly today, Act act) =>
        Ask($"{CopiesOf(vacancy)}{what}/", title, $"/desk/recruitment/{vacancy.Slug}/copies", today.AddDays(DaysForCopies), act);

    public Task CopiesDeleted(Vacancy vacancy, Act act) => tasks.SettleAll(CopiesOf(vacancy), act);

    public Task Settle(string key, Act act) => tasks.SettleAll(key, act);

    private static string CopiesOf(Vacancy vacancy) => $"recruitment.copies/{vacancy.Id}/";
}
