namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>The notes of an interview, for those who have handed in theirs.</summary>
public sealed partial class HandedNotesPage
{
    internal static IResult Answer(NotesPage.View view) => Show(view);
}
