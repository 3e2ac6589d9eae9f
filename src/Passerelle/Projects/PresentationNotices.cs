using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Projects.Emails;
using Passerelle.Tasks.Contract;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>
/// Five days before a presentation, those who lead and coordinate the group are told what it lacks: a task for each lack,
/// one mail for all, once for each presentation, lack and person. After its day nothing is lacking any more: who
/// coordinates the group is asked what became of it.
/// </summary>
internal sealed class PresentationNotices(PlatformDb db, GroupList groups, BodyList bodies, People people, TaskDesk tasks, MailDesk mail, Clock clock, PlatformOptions options)
{
    public async Task Run(DateTimeOffset due, CancellationToken stop)
    {
        await Remind(due, stop);
        await AskAfter(due, stop);
    }

    /// <summary>What became of a presentation whose day is over: a task for each who coordinates its group, for the Director where nobody does.</summary>
    private async Task AskAfter(DateTimeOffset due, CancellationToken stop)
    {
        var midnight = clock.At(clock.DateOf(due), TimeOnly.MinValue);
        var past = await db.Set<Presentation>().AsNoTracking()
            .Where(p => (p.State == PresentationState.Planned || p.State == PresentationState.Ready) && p.At < midnight).OrderBy(p => p.At).ToListAsync(stop);
        if (past.Count == 0)
        {
            return;
        }

        var (all, circles, act) = (await groups.All(stop), await groups.Circles(past.Select(p => p.GroupId), stop), Act.BySystem(due));
        var facts = await db.FactsOf(past, circles, stop);
        IReadOnlyList<Guid> directors = circles.Values.Any(c => c.Coordinators.Count == 0) ? [.. (await people.WithRole(Role.Director, stop)).Select(d => d.Id)] : [];
        List<TaskAsked> asked = [];
        foreach (var presentation in past)
        {
            var coordinators = circles[presentation.GroupId].Coordinators;
            var name = facts[presentation.Id].Project ?? all[presentation.GroupId].Name;
            asked.AddRange((coordinators.Count > 0 ? coordinators.Order() : directors.Order()).Select(person => new TaskAsked(
                person, $"{After(presentation.Id)}{presentation.DueOn?.Iso()}/{person}",
                LocalizedText.Worded(() => T("task.presentation.after", name.Read(Language.Content).Value)), $"/desk/presentations/{presentation.Id}", clock.DateOf(due))));
        }

        await tasks.SettleAll([.. past.Select(p => Keys(p.Id))], act, stop: stop);
        await tasks.SettleAll([.. past.Select(p => After(p.Id))], act, [.. asked.Select(a => a.Key)], stop);
        await tasks.AskAll(asked, act, stop);
    }

    private async Task Remind(DateTimeOffset due, CancellationToken stop)
    {
        var end = clock.At(clock.DateOf(due).AddDays(Presentation.NoticeDays + 1), TimeOnly.MinValue);
        var coming = await db.Set<Presentation>().Include(p => p.Presenters).Include(p => p.Slides).AsSplitQuery()
            .Where(p => p.State == PresentationState.Planned && p.At >= due && p.At < end).OrderBy(p => p.At).ToListAsync(stop);
        if (coming.Count == 0)
        {
            return;
        }

        var (all, circles) = (await groups.All(stop), await groups.Circles(coming.Select(p => p.GroupId), stop));
        var facts = await db.FactsOf(coming, circles, stop);
        var owners = await people.Cards(circles.Values.SelectMany(Concerned), stop);
        var named = await bodies.All(stop);
        List<TaskAsked> asked = [];
        foreach (var presentation in coming)
        {
            var (of, subject) = facts[presentation.Id];
            var missing = presentation.Missing(of);
            var body = named.FirstOrDefault(b => b.Id == presentation.Body)?.Name ?? presentation.Circle;
            var concerned = Concerned(circles[presentation.GroupId]).Select(p => owners.GetValueOrDefault(p)).OfType<PersonCard>().Where(p => !p.Erased).ToList();
            var name = subject ?? all[presentation.GroupId].Name;
            asked.AddRange(concerned.SelectMany(p => missing.Select(lack => Asked(presentation, name, lack, p.Id))));
            await Tell(presentation, name, body, missing, concerned, Act.BySystem(due));
        }

        await tasks.SettleAll([.. coming.Select(p => Keys(p.Id))], Act.BySystem(due), [.. asked.Select(a => a.Key)], stop);
        await tasks.AskAll(asked, Act.BySystem(due), stop);
    }

    /// <summary>The key of one person's task for one lack.</summary>
    public static string Key(Presentation presentation, string lack, Guid person) => $"{Keys(presentation.Id)}{presentation.Notices}/{lack}/{person}";

    /// <summary>The beginning of the keys that ask what became of it.</summary>
    public static string After(Guid presentation) => $"presentation.after/{presentation}/";

    public static string Keys(Guid presentation) => $"presentation.missing/{presentation}/";

    public static IEnumerable<Guid> Concerned(GroupCircle circle) => circle.Pair().Concat(circle.Coordinators).Distinct();

    private static TaskAsked Asked(Presentation presentation, LocalizedText subject, string lack, Guid person) => new(
        person, Key(presentation, lack, person), LocalizedText.Worded(() => T("task.presentation", subject.Read(Language.Content).Value, Presentation.Worded(lack))),
        $"/desk/presentations/{presentation.Id}", presentation.DueOn);

    /// <summary>One mail a person, about what they were not told before.</summary>
    private async Task Tell(Presentation presentation, LocalizedText subject, LocalizedText audience, IReadOnlyList<string> missing, IReadOnlyList<PersonCard> concerned, Act act)
    {
        List<string> told = [];
        foreach (var person in concerned)
        {
            var news = missing.Where(lack => !presentation.Told.Contains($"{lack}/{person.Id}")).ToList();
            if (news.Count == 0)
            {
                continue;
            }

            told.AddRange(news.Select(lack => $"{lack}/{person.Id}"));
            await mail.Queue<PresentationLacks>(person.Email, person.Language, () => T("lack.subject", subject.Read(Language.Content).Value), () => new()
            {
                [nameof(PresentationLacks.Subject)] = subject.Read(Language.Content).Value,
                [nameof(PresentationLacks.Audience)] = audience.Read(Language.Content).Value,
                [nameof(PresentationLacks.At)] = presentation.At,
                [nameof(PresentationLacks.Missing)] = news,
                [nameof(PresentationLacks.Link)] = options.PublicUrl + Href.To($"/desk/presentations/{presentation.Id}"),
            });
        }

        if (told.Count > 0)
        {
            presentation.Tell(told, act);
        }
    }
}

internal static class PresentationFactsReading
{
    /// <summary>What each of these depends on, and the name of its project, in one query.</summary>
    public static async Task<Dictionary<Guid, (PresentationFacts Facts, LocalizedText? Project)>> FactsOf(this PlatformDb db, IReadOnlyList<Presentation> presentations, IReadOnlyDictionary<Guid, GroupCircle> circles, CancellationToken stop)
    {
        var ids = presentations.Select(p => p.ProjectId).OfType<Guid>().Distinct().ToList();
        var projects = await db.Set<Project>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Criterion }).ToDictionaryAsync(p => p.Id, stop);
        return presentations.ToDictionary(p => p.Id, p =>
        {
            var project = p.ProjectId is { } id ? projects[id] : null;
            return (new PresentationFacts(circles[p.GroupId].Pair(), project is null || !project.Criterion.IsEmpty), project?.Name);
        });
    }
}
