using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Files.Pages;

/// <summary>The product's own texts go out to be corrected, and come back.</summary>
public sealed partial class InterfacePage
{
    public const string Type = "application/xliff+xml; interface";
    private const int MostShown = 200;

    public sealed record View(Form Form, IReadOnlyList<TextOverride> Own, IReadOnlyDictionary<Guid, PersonCard> People);

    internal static async Task<IResult> Get(Visit visit, PlatformDb db, People people) =>
        visit.Who is { } who && InterfaceTexts.May(who) ? await Drawn(Form.Of(), visit, db, people) : visit.Refuse();

    internal static IResult Package(Visit visit)
    {
        if (visit.Who is not { } who || !InterfaceTexts.May(who))
        {
            return visit.Refuse();
        }

        var asked = (visit.Query("from") ?? "", visit.Query("into") ?? "");
        var (from, into) = InterfaceTexts.Directions.Contains(asked) ? asked : InterfaceTexts.Directions[0];
        using var zip = new MemoryStream();
        XliffPackage.Write(zip, InterfaceTexts.Documents(from, into), XliffVersion.V12);
        return Results.File(zip.ToArray(), "application/zip", $"interface-{from}-{into}.zip");
    }

    internal static async Task<IResult> Post(Visit visit, PlatformDb db, People people, WaitingFiles waiting, HttpContext http)
    {
        if (visit.Who is not { } who || !InterfaceTexts.May(who))
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        if (WaitingFiles.Read(form, visit.Options, (content, _) => InterfaceTexts.Plan(XliffFiles.Read(content).Document)) is { } plan && plan.Changes.Count + plan.Unchanged == 0)
        {
            foreach (var reason in plan.Refused.DefaultIfEmpty(FileTexts.T("xliff.empty")))
            {
                form.Fail("file", reason);
            }
        }

        return form.Ok ? visit.Go($"/desk/translation/interface/{await waiting.Stage(form, Type, visit)}") : await Drawn(form, visit, db, people);
    }

    private static async Task<IResult> Drawn(Form form, Visit visit, PlatformDb db, People people)
    {
        var stop = visit.Http.RequestAborted;
        var own = await db.Set<TextOverride>().AsNoTracking().OrderByDescending(o => o.At).ThenBy(o => o.Name).Take(MostShown).ToListAsync(stop);
        return Show(new(form, own, await people.Cards(own.Select(o => o.By).OfType<Guid>(), stop)), form);
    }
}
