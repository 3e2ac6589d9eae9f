using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Participation.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;
using static Passerelle.Participation.Texts;

namespace Passerelle.Participation;

/// <summary>Asks moderators to decide, another person to hear an appeal, and tells author and reporters the outcome.</summary>
internal sealed class ModerationNotices(PlatformDb db, People people, Subjects subjects, TaskDesk tasks, MailDesk mail, PlatformOptions options) : EventHandling
{
    public override string Name => "participation.moderation-notices";

    public override IReadOnlyList<string> Names { get; } =
        ["moderation.reported", "moderation.held", "moderation.released", "moderation.hidden", "moderation.left", "moderation.appealed", "moderation.dropped", "moderation.restored", "moderation.confirmed"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        if (await db.Set<ModerationCase>().AsNoTracking().Include(c => c.Reports).FirstOrDefaultAsync(c => c.Id == happened.SubjectId, stop) is not { } one)
        {
            return;
        }

        var act = Act.BySystem(happened.At);
        switch (happened.Name)
        {
            case "moderation.reported" or "moderation.held":
                await Ask(one, happened, await Deciders(one, stop), one.State == CaseState.Held ? "task.release" : "task.decide", act);
                break;
            case "moderation.appealed":
                await Ask(one, happened, await Hearers(one, stop), "task.answer", act);
                break;
            default:
                await tasks.SettleAll($"moderation/{one.Id}/", act);
                await Tell(one, happened, stop);
                break;
        }
    }

    private async Task Ask(ModerationCase one, Event happened, IEnumerable<PersonCard> asked, string key, Act act)
    {
        foreach (var person in asked)
        {
            await tasks.Ask(person.Id, $"moderation/{one.Id}/{happened.Number}/{person.Id}", LocalizedText.Worded(() => T(key)), $"/desk/moderation/{one.Id}", null, act);
        }
    }

    private async Task<IEnumerable<PersonCard>> Deciders(ModerationCase one, CancellationToken stop) =>
        one.WaitsForDecision ? await Among(Role.Moderator, p => p.Id != one.AuthorId, stop) : [];

    /// <summary>The other moderators; with nobody else, the Director.</summary>
    private async Task<IEnumerable<PersonCard>> Hearers(ModerationCase one, CancellationToken stop) =>
        await Among(Role.Moderator, p => one.MayAnswer(p.Id), stop) is { Count: > 0 } others ? others : await Among(Role.Director, p => one.MayAnswer(p.Id), stop);

    private async Task<List<PersonCard>> Among(string role, Func<PersonCard, bool> which, CancellationToken stop) =>
        [.. (await people.WithRole(role, stop)).Where(p => !p.Erased && which(p))];

    private async Task Tell(ModerationCase one, Event happened, CancellationToken stop)
    {
        if (await subjects.Find(one, stop) is not { } writing)
        {
            return;
        }

        var outcome = happened.Name["moderation.".Length..];
        var (reason, language) = outcome == "dropped" ? default : one.Answer is { } answer ? (answer, one.AnswerLanguage) : (one.Reason, one.ReasonLanguage);
        var reporters = one.Reports.Select(r => r.ReporterId).OfType<Guid>().Where(r => r != one.AuthorId).Distinct().ToList();
        var cards = await people.Cards([one.AuthorId, .. reporters], stop);

        // Whether something was reported that may stay is no news for its author, nor what they did themselves.
        if (outcome is not ("left" or "dropped") && cards.GetValueOrDefault(one.AuthorId) is { Erased: false } author)
        {
            await Send(author, $"mail.author.{outcome}", writing, reason, language, outcome == "released" ? writing.Path : $"/moderation/{one.Id}", outcome == "released" ? "mail.reporter.do" : "mail.author.do");
        }

        // What nobody could read yet, nobody reported.
        foreach (var reporter in outcome == "released" ? [] : reporters.Select(cards.GetValueOrDefault).OfType<PersonCard>().Where(r => !r.Erased))
        {
            await Send(reporter, $"mail.reporter.{outcome}", writing, reason, language, outcome is "left" or "restored" ? writing.Path : one.IdeaId is null ? "/groups" : "/ideas", "mail.reporter.do");
        }
    }

    private async Task Send(PersonCard to, string key, Writing writing, string? reason, string? language, string path, string act) =>
        await mail.Queue<ModerationNotice>(to.Email, to.Language, () => T(key + ".subject"), () => new()
        {
            [nameof(ModerationNotice.Title)] = T(key + ".subject"),
            [nameof(ModerationNotice.Lines)] = new[] { T("mail.hello", to.Name), T(key + ".text", writing.Title.Read(Language.Content).Value, writing.Group.Read(Language.Content).Value) },
            [nameof(ModerationNotice.Reason)] = reason,
            [nameof(ModerationNotice.ReasonLanguage)] = language,
            [nameof(ModerationNotice.Link)] = options.PublicUrl + Href.To(path),
            [nameof(ModerationNotice.Act)] = T(act),
        });
}
