using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Pages;

/// <summary>What is known about a person: to download, and to erase.</summary>
public sealed partial class DataPage
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    internal static IResult Get(Visit visit) => visit.SignedIn ? Show("") : visit.Refuse();

    internal static async Task<IResult> Download(Visit visit, PlatformDb db, IEnumerable<IPersonalData> holders, HttpContext http)
    {
        if (await SecurityPage.Allowed(visit, db) is not { } person)
        {
            return visit.Go("/sign-in?return=/me/data", new("info", Texts.T("signin.again")));
        }

        Dictionary<string, object?> all = new() { ["made"] = visit.Now };
        foreach (var holder in holders)
        {
            all[holder.Name] = await holder.Of(person.Id, http.RequestAborted);
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(all, Readable), "application/json; charset=utf-8", "passerelle.json");
    }
}
