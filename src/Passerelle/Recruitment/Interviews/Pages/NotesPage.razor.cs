using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

/// <summary>A juror's own notes; once they are handed in, those of the others that are too. Nobody else reads them, the Director neither.</summary>
public sealed partial class NotesPage
{
    public sealed record View(Form Form, OpenSlot Open, IReadOnlyList<InterviewNote> Handed, IReadOnlyDictionary<Guid, PersonCard> People);

    internal static async Task<IResult> Get(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, People people)
    {
        if (await OpenSlot.FindToSit(slug, slot, visit, db, seating) is not { Interview: { } interview } open)
        {
            return visit.NotFound();
        }

        var (notes, own) = await Notes(interview.Id, visit, db);
        List<InterviewNote> handed = own?.HandedInAt is null ? [] : [.. notes.Where(n => n.HandedInAt is not null).OrderBy(n => n.HandedInAt)];
        View view = new(Filled(own), open, handed, handed.Count == 0 ? new Dictionary<Guid, PersonCard>() : await people.Cards(handed.Select(n => n.JurorId)));
        return handed.Count > 0 ? HandedNotesPage.Answer(view) : Show(view);
    }

    internal static async Task<IResult> Post(string slug, Guid slot, Visit visit, PlatformDb db, Seating seating, HttpContext http)
    {
        var form = await Form.Read(http.Request);
        if (await OpenSlot.FindToSit(slug, slot, visit, db, seating) is not { Interview: { } interview } open)
        {
            return visit.NotFound();
        }

        var words = form.Text("words", InterviewNote.WordsLimit, optional: true);
        var handsIn = form.Ticked("done");
        var done = await form.SaveAlone(db, async () => Filled((await Notes(interview.Id, visit, db)).Own), async () =>
        {
            db.ChangeTracker.Clear();
            if ((await Notes(interview.Id, visit, db)).Own is not { } own)
            {
                own = db.Add(InterviewNote.Of(interview, visit.Who!.Id)).Entity;
            }
            else if (own.HandedInAt is null || own.Words != words)
            {
                own.MustBe(form.Version);
            }
            else
            {
                return; // the same sent twice
            }

            own.Write(words, visit.Act);
            if (handsIn)
            {
                own.HandIn(open.Slot, visit.Act);
            }
        });
        return done ? visit.Done(Path(open.Vacancy, open.Slot) + (handsIn ? "/notes" : ""), T(handsIn ? "notes.handedin" : "notes.saved"))
            : Show(new(form, open, [], new Dictionary<Guid, PersonCard>()), form);
    }

    private static Form Filled(InterviewNote? own) => own is null ? Form.Of() : Form.VersionOf(own).With("words", own.Words);

    private static async Task<(List<InterviewNote> All, InterviewNote? Own)> Notes(Guid interview, Visit visit, PlatformDb db)
    {
        var notes = await db.Set<InterviewNote>().Where(n => n.InterviewId == interview).ToListAsync();
        return (notes, notes.Find(n => n.JurorId == visit.Who!.Id));
    }
}
