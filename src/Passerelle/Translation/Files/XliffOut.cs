using Passerelle.Kernels.Translation.Xliff;
using Passerelle.Platform.Web;
using Passerelle.Translation.Pages;

namespace Passerelle.Translation.Files;

/// <summary>Texts go out to a translator who works with tools of their own.</summary>
internal static class XliffOut
{
    public static Task<IResult> Get12(string owner, Guid id, string property, string into, Visit visit, UnitStore store) => Of(new(owner, id, property, into), XliffVersion.V12, visit, store);

    public static Task<IResult> Get21(string owner, Guid id, string property, string into, Visit visit, UnitStore store) => Of(new(owner, id, property, into), XliffVersion.V21, visit, store);

    /// <summary>The texts of the queue under the filter that one looks at, in one package.</summary>
    public static async Task<IResult> Package(Visit visit, UnitStore store, Queue queue, Registry registry)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var (stop, filter) = (visit.Http.RequestAborted, QueuePage.Asked(visit, registry));
        var (lines, _, _) = await queue.Read(who, filter with { Page = 1 }, stop, XliffFiles.MostTexts);
        var units = await store.Read([.. lines.Select(l => l.Key)], who, stop);
        var documents = lines.Select(l => units.GetValueOrDefault(l.Key)).OfType<OpenUnit>().Select((open, i) => ($"{i + 1:000}-{XliffFiles.NameOf(open)}", XliffFiles.Of(open))).ToList();

        using var zip = new MemoryStream();
        XliffPackage.Write(zip, documents, visit.Query("version") == "2.1" ? XliffVersion.V21 : XliffVersion.V12);
        return Results.File(zip.ToArray(), "application/zip", "xliff.zip");
    }

    private static async Task<IResult> Of(TextKey key, XliffVersion version, Visit visit, UnitStore store)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        if (await store.Read(key, who, visit.Http.RequestAborted) is not { } open)
        {
            return visit.Refuse(confidential: true);
        }

        using var file = new MemoryStream();
        XliffWriter.Write(file, XliffFiles.Of(open), version, fillTargets: version == XliffVersion.V12);
        return Results.File(file.ToArray(), XliffFiles.Type, XliffFiles.NameOf(open));
    }
}
