using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;

namespace Passerelle.Recruitment.Offers;

/// <summary>What a procedure asks of its Director, whoever that is on that day.</summary>
public sealed class DirectorTasks(TaskDesk tasks, People people)
{
    private const int DaysForCopies = 7;

    /// <summary>Asks once under a key; asked again nothing happens. Saves.</summary>
    public async Task Ask(string key, Func<string> title, string path, DateOnly? due, Act act) =>
        await tasks.AskAll([.. (await people.WithRole(Role.Director)).Select(d => new TaskAsked(d.Id, key + d.Id, LocalizedText.Worded(title), path, due))], act);

    /// <summary>Copies that were mailed lie in a mailbox, where only the Director can delete them.</summary>
    /// <param name="what">Which copies, so that each erasure is asked for once.</param>
    public Task AskForCopies(Vacancy vacancy, string what, Func<string> title, DateOnly today, Act act) =>
        Ask($"{CopiesOf(vacancy)}{what}/", title, $"/desk/recruitment/{vacancy.Slug}/copies", today.AddDays(DaysForCopies), act);

    public Task CopiesDeleted(Vacancy vacancy, Act act) => tasks.SettleAll(CopiesOf(vacancy), act);

    public Task Settle(string key, Act act) => tasks.SettleAll(key, act);

    private static string CopiesOf(Vacancy vacancy) => $"recruitment.copies/{vacancy.Id}/";
}
