using Passerelle.Kernels.Translation.Checks;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>The two halves of an application by post and e-mail: each is registered with when it came and what came with it.</summary>
public sealed partial class HalvesPage
{
    public const string Both = "letters";
    public const string First = "first";

    public sealed record View(Form Form, Vacancy Vacancy, Application Application);

    private sealed record Opened(Form Form, Vacancy Vacancy, Application Application);

    internal static async Task<IResult> Get(string slug, int number, Visit visit, PlatformDb db, PostDesk post, HttpContext http)
    {
        var (opened, answer) = await Open(slug, number, visit, db, post, http);
        return answer ?? Show(new(Form.Of(), opened!.Vacancy, opened.Application));
    }

    internal static async Task<IResult> PostLetter(string slug, int number, Visit visit, PlatformDb db, PostDesk post, HttpContext http)
    {
        var (opened, answer) = await Open(slug, number, visit, db, post, http);
        if (answer is not null)
        {
            return answer;
        }

        var (form, vacancy, application) = opened!;
        var (day, hour, postmark) = (form.Date("received"), form.Time("hour"), form.Date("postmark", optional: true));
        List<PostedFile> files = [];
        foreach (var (field, slot, languages) in Places(form))
        {
            if (form.Files?.GetFile(field) is { } file)
            {
                files.Add(new(field, slot, languages, FileStore.NameOf(file.FileName), await Bytes(file, http.RequestAborted)));
            }
        }

        if (files.Exists(f => f.Field == Both && f.Languages.Count == 0))
        {
            form.Fail(First, T("letter.holds.choose"));
        }

        return form.Ok && await post.Take(form, files, application, vacancy, visit.Now, leaveOut: false, http.RequestAborted) is { } taken
            && await post.Save(form, application, vacancy, taken, () => application.LetterCame(Deadline.At(day!.Value, hour!.Value, vacancy.Rules.Zone), postmark, visit.Act), visit.Act)
            ? Done(visit, slug, number) : await Again(form, slug, number, db, post, http);
    }

    internal static async Task<IResult> PostCopy(string slug, int number, Visit visit, PlatformDb db, PostDesk post, HttpContext http)
    {
        var (opened, answer) = await Open(slug, number, visit, db, post, http);
        if (answer is not null)
        {
            return answer;
        }

        var (form, vacancy, application) = opened!;
        var copy = await ReadCopy(form, vacancy, http.RequestAborted);
        var leaveOut = form.Ticked("without");
        var files = copy is null ? [] : Placed(form, copy, application, leaveOut);
        return form.Ok && copy?.ReceivedAt is { } received && await post.Take(form, files, application, vacancy, visit.Now, leaveOut, http.RequestAborted) is { } taken
            && await post.Save(form, application, vacancy, taken, () => application.CopyCame(Instants.Cut(received), visit.Act), visit.Act)
            ? Done(visit, slug, number) : await Again(form, slug, number, db, post, http);
    }

    private static async Task<EmailedCopy?> ReadCopy(Form form, Vacancy vacancy, CancellationToken stop)
    {
        const int Documents = 4;
        if (form.Files?.GetFile("eml") is not { Length: > 0 } file)
        {
            form.Fail("eml", T("file.none"));
            return null;
        }

        await using var stream = file.OpenReadStream();
        var copy = await EmailedCopy.Read(stream, vacancy.Rules.MostMegabytes * 1024L * 1024 * Documents, stop);
        if (copy is null)
        {
            form.Fail("eml", T("half.eml.wrong"));
        }
        else if (copy.ReceivedAt is null)
        {
            form.Fail("eml", T("half.eml.notreceived"));
        }

        return copy;
    }

    /// <summary>
    /// Which document each attachment is: by its name, and a letter by its language. What cannot be told is said, unless it
    /// is to be left out: that the mail came, and when, is registered either way.
    /// </summary>
    private static List<PostedFile> Placed(Form form, EmailedCopy copy, Application application, bool leaveOut)
    {
        List<PostedFile> files = [];
        foreach (var file in copy.Files)
        {
            var (slot, languages) = PlaceOf(file);
            if ((slot == DocumentSlot.Letter && languages.Count == 0) || files.Exists(f => f.Slot == slot && f.Languages.SequenceEqual(languages)))
            {
                if (!leaveOut)
                {
                    form.Fail("eml", T("half.eml.which", file.Name));
                }
            }
            else if (application.Documents.All(d => d.Slot != slot || (slot == DocumentSlot.Letter && !d.Languages.Intersect(languages).Any())))
            {
                files.Add(new("eml", slot, languages, file.Name, file.Bytes));
            }
        }

        return files;
    }

    private static (DocumentSlot Slot, IReadOnlyList<string> Languages) PlaceOf(EmailedFile file)
    {
        if (file.LooksLikeCv)
        {
            return (DocumentSlot.Cv, []);
        }

        var language = Language.Official.FirstOrDefault(l => Says(file.Name, l)) ?? Language.Official.FirstOrDefault(l => LanguageDetector.Of(file.Name.Replace('-', ' ').Replace('_', ' ')) == l);
        return (DocumentSlot.Letter, language is null ? [] : [language]);
    }

    /// <summary>The places of a scan, each with its field; of a file with both letters it is said which stands first.</summary>
    private static IEnumerable<(string Field, DocumentSlot Slot, IReadOnlyList<string> Languages)> Places(Form form)
    {
        var first = form[First];
        return
        [
            ("cv", DocumentSlot.Cv, []),
            .. Language.Official.Select(l => ("letter." + l, DocumentSlot.Letter, (IReadOnlyList<string>)[l])),
            (Both, DocumentSlot.Letter, Language.Official.Contains(first) ? [first, .. Language.Official.Where(l => l != first)] : []),
        ];
    }

    /// <summary>A name such as «lettre-fr.pdf» or «motivatiebrief_NL.pdf».</summary>
    private static bool Says(string name, string language) =>
        Path.GetFileNameWithoutExtension(name).Split('-', '_', ' ', '.').Contains(language, StringComparer.OrdinalIgnoreCase);

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    private static IResult Done(Visit visit, string slug, int number) => visit.Done($"/desk/recruitment/{slug}/post/{number}", T("half.done"));

    private static async Task<IResult> Again(Form form, string slug, int number, PlatformDb db, PostDesk post, HttpContext http)
    {
        db.ChangeTracker.Clear();
        var vacancy = (await db.Vacancy(slug))!;
        return Show(new(form, vacancy, (await post.Find(vacancy, number, http.RequestAborted))!), form);
    }

    private static async Task<(Opened?, IResult?)> Open(string slug, int number, Visit visit, PlatformDb db, PostDesk post, HttpContext http)
    {
        var (vacancy, answer) = await visit.OpenVacancy(db, slug);
        return answer is not null ? (null, answer)
            : await post.Find(vacancy, number, http.RequestAborted) is { } application ? (new(await Form.ReadInMemory(http.Request), vacancy, application), null)
            : (null, visit.NotFound());
    }
}
