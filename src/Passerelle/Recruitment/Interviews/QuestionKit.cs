using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Recruitment.Interviews;

/// <summary>What every candidate for a vacancy is asked, alike.</summary>
public sealed class QuestionKit : Root
{
    /// <summary>In each category of competence.</summary>
    public const int MostQuestions = 5;
    public const int WordsLimit = 300;

    private QuestionKit()
    {
    }

    public Guid VacancyId { get; private set; }
    public List<KitQuestion> Questions { get; private set; } = [];

    protected override string Kind => "interview";

    protected override Guid Subject => VacancyId;

    public static QuestionKit For(Guid id, Guid vacancy) => new() { Id = id, VacancyId = vacancy };

    public IEnumerable<KitQuestion> In(Competence competence) => Questions.Where(q => q.Competence == competence).OrderBy(q => q.Place);

    public void Write(IReadOnlyList<KitQuestion> questions, Act act)
    {
        Questions = [.. questions];
        Record(act, "interview.questions");
    }
}

/// <summary>A question, and the competence that it is to show. Nobody but the panel reads it before it is asked, translators neither.</summary>
public sealed class KitQuestion : IHasReaders
{
    private KitQuestion()
    {
    }

    public KitQuestion(Competence competence, LocalizedText words, int place) => (Competence, Words, Place) = (competence, words, place);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid KitId { get; private set; }
    public Competence Competence { get; private set; }
    public LocalizedText Words { get; private set; } = LocalizedText.Empty();
    public int Place { get; private set; }

    public Readers Readers => Readers.Apart;
}
