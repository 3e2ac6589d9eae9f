using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Projects;

/// <summary>A question of a presentation that becomes a stage: the form of stages is opened with «?question=…».</summary>
internal static class PresentationStages
{
    private const int TitleLength = 160;

    /// <summary>The presentation and the question that the address names, of this project; for who settles questions there.</summary>
    public static async Task<(Presentation Presentation, Question Question)?> AskedOf(this Visit visit, PlatformDb db, OpenProject open)
    {
        if (!Guid.TryParse(visit.Query("question"), out var id) || !visit.MayWrite(open))
        {
            return null;
        }

        var presentation = await db.Set<Presentation>().Include(p => p.Questions).FirstOrDefaultAsync(p => p.ProjectId == open.Project.Id && p.Questions.Any(q => q.Id == id));
        return presentation?.Questions.Find(q => q.Id == id) is { } question ? (presentation, question) : null;
    }

    /// <summary>The question as the title of a stage, in the language of who asked.</summary>
    public static Form WithTitle(this Form form, Question? question)
    {
        if (question is not null)
        {
            var words = question.Words.ReplaceLineEndings(" ");
            form.With("title.source", question.Language).Set($"title.{question.Language}", words.Length > TitleLength ? words[..TitleLength] : words);
        }

        return form;
    }
}
