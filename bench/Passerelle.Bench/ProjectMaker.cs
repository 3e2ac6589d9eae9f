using System.Globalization;
using Passerelle.ActionGroups.Contract;
using Passerelle.Dashboard;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;

namespace Passerelle.Bench;

/// <summary>
/// Invents projects of groups at work, with stages that were closed, run or come, a budget, and what coordinators say
/// of the group. The first project is the one whose Gantt chart is measured: five hundred stages.
/// </summary>
internal sealed class ProjectMaker(Random random, Clock clock, IReadOnlyList<Guid> groups, bool inFrenchAlone = false)
{
    public const int Long = 500;
    private readonly Words _words = new(random, inFrenchAlone);

    public static string Slug(int number) => "projet-" + number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The project, its stages and their dependencies.</summary>
    public IEnumerable<object> Make(int number, int stages)
    {
        var begun = clock.Today.AddDays(-200 - random.Next(200));
        var act = On(begun);
        var project = Project.Begin(Guid.CreateVersion7(), Slug(number), groups[number % groups.Count], _words.Name(number), _words.Sentences(1), _words.Paragraphs(2, 3), _words.Sentences(1), begun.AddYears(2), null, act);
        project.MoveTo(Phase.Develop, On(begun.AddDays(60)));
        project.Reckon(Guid.CreateVersion7(), _words.Sentences(1), "FEDER", 10_000_000, 4_000_000, 1_000_000, LocalizedText.Empty(), act);
        yield return project;

        Stage? before = null;
        for (var i = 0; i < stages; i++)
        {
            var start = begun.AddDays(i * 600 / stages);
            var stage = Stage.Plan(Guid.CreateVersion7(), project.Id, i + 1, _words.Sentences(1), _words.Sentences(1), null, start, start.AddDays(20), act);
            if (stage.Due < clock.Today && random.Next(8) > 0)
            {
                stage.Begin(project, On(start));
                stage.Close([], LocalizedText.Empty(), On(stage.Due));
            }

            yield return stage;
            if (before is not null && i % 3 > 0)
            {
                yield return new StageDependency { ProjectId = project.Id, Stage = stage.Id, On = before.Id };
            }

            before = stage;
        }
    }

    public HealthNote Health(Guid group) =>
        HealthNote.Say(Guid.CreateVersion7(), group, (HealthLevel)random.Next(3), _words.Sentences(2), On(clock.Today.AddDays(-random.Next(50))));

    private Act On(DateOnly day) => Act.BySystem(clock.At(day, new(10, 0)));
}
