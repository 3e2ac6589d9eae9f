using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

public sealed partial class Presentation
{
    /// <summary>What was asked after it.</summary>
    public List<Question> Questions { get; private set; } = [];

    /// <summary>Somebody asked something, in their own language.</summary>
    public Question Ask(Guid id, string language, string words, Act act)
    {
        if (State != PresentationState.Given)
        {
            throw new RuleBroken(T("rule.question.notgiven"));
        }

        if (!Language.Official.Contains(language))
        {
            throw new RuleBroken(T("rule.slides.language"), "language");
        }

        var question = new Question { Id = id, PresentationId = Id, Language = language, Words = words, AskedAt = act.At };
        Questions.Add(question);
        Record(act, "presentation.question-asked", personal: words);
        return question;
    }

    /// <summary>It was answered, in these words.</summary>
    public void Answer(Guid question, string answer, Act act)
    {
        if (answer.Length == 0)
        {
            throw new RuleBroken(T("rule.question.answer"), "answer");
        }

        Open(question).Answer(answer, act);
        Record(act, "presentation.question-answered");
    }

    /// <summary>Somebody is asked to see to it by a day.</summary>
    public void HandOn(Guid question, Guid owner, DateOnly due, Act act)
    {
        if (due < Say.LocalDate(act.At))
        {
            throw new RuleBroken(T("rule.question.due"), "due");
        }

        Open(question).HandOn(owner, due, act);
        Record(act, "presentation.question-task", person: owner, data: [("due", due.Iso())]);
    }

    /// <summary>It became a stage of the project.</summary>
    public void Plan(Guid question, Guid stage, Act act)
    {
        Open(question).Plan(stage, act);
        Record(act, "presentation.question-stage", data: [("stage", stage.ToString())]);
    }

    private Question Open(Guid id) =>
        Questions.Find(q => q.Id == id) is not { } question ? throw new RuleBroken(T("rule.question.gone"))
        : question.Outcome != Outcome.Open ? throw new RuleBroken(T("rule.question.settled"))
        : question;
}

/// <summary>What became of a question.</summary>
public enum Outcome
{
    Open,
    Answered,
    Task,
    Stage,
}

/// <summary>A question, in the language of who asked.</summary>
public sealed class Question
{
    public required Guid Id { get; init; }
    public required Guid PresentationId { get; init; }
    public required string Language { get; init; }
    public required string Words { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public Outcome Outcome { get; private set; }

    /// <summary>The answer, in the same language.</summary>
    public string? Reply { get; private set; }
    public Guid? Owner { get; private set; }
    public DateOnly? Due { get; private set; }
    public Guid? StageId { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    internal void Answer(string reply, Act act) => (Outcome, Reply, SettledAt) = (Outcome.Answered, reply, act.At);

    internal void HandOn(Guid owner, DateOnly due, Act act) => (Outcome, Owner, Due, SettledAt) = (Outcome.Task, owner, due, act.At);

    internal void Plan(Guid stage, Act act) => (Outcome, StageId, SettledAt) = (Outcome.Stage, stage, act.At);
}
