using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>
/// Writes to people about a group, each in their own language. The words are «key.subject», «key.text» and «key.act»;
/// {0} is the group's name, then come the details.
/// </summary>
internal sealed class GroupMails(MailDesk desk, PlatformOptions options)
{
    /// <param name="to">Who is told; erased accounts are left out.</param>
    /// <param name="key">Which mail.</param>
    /// <param name="group">The group it is about.</param>
    /// <param name="path">Where its button leads, without language.</param>
    /// <param name="reason">Why, in the words of whoever acted.</param>
    /// <param name="details">Further words; called in the recipient's language.</param>
    /// <param name="on">The day on which it takes effect, when that is to be said.</param>
    public async Task Send(IEnumerable<PersonCard> to, string key, Group group, string path, LocalizedText? reason = null, Func<object?[]>? details = null, DateOnly? on = null)
    {
        foreach (var person in to.Where(p => !p.Erased))
        {
            object?[] Words() => [group.Name.Read(Language.Content).Value, .. details?.Invoke() ?? []];
            await desk.Queue<EvolutionMail>(person.Email, person.Language, () => T(key + ".subject", Words()), () => new()
            {
                [nameof(EvolutionMail.Title)] = T(key + ".subject", Words()),
                [nameof(EvolutionMail.Lines)] = (string[])[T(key + ".text", Words()), .. on is { } day ? (string[])[T("evo.mail.on", Say.LongDate(day))] : []],
                [nameof(EvolutionMail.Reason)] = reason,
                [nameof(EvolutionMail.Href)] = options.PublicUrl + Href.To(path),
                [nameof(EvolutionMail.Act)] = T(key + ".act"),
            });
        }
    }
}
