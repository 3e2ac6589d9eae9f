using System.Text.Encodings.Web;
using System.Text.Json;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Pages;

namespace Passerelle.Recruitment;

/// <summary>All that is held about a candidate, as a file for them.</summary>
internal static class CandidateData
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<IResult> Get(string token, Visit visit, PlatformDb db)
    {
        if (await ApplicationPage.Find(token, db) is not { Application: var application, Vacancy: var vacancy })
        {
            return visit.NotFound();
        }

        var data = new
        {
            vacancy = vacancy.Slug,
            number = application.Number,
            state = application.State.ToString(),
            application.Name,
            application.Email,
            application.ProvenAt,
            application.Language,
            regime = application.Regime?.ToString(),
            application.CivilServant,
            application.Declared,
            experience = application.Periods,
            application.KeepInReserve,
            application.Needs,
            application.BegunAt,
            application.SentAt,
            application.MissionsRead,
            documents = application.Documents.Select(d => new { d.PlaceName, d.FileName, d.Size, d.Sha256, d.Pages, d.Detected, d.At }),
            interviews = await InterviewData.About(application.Id, db),
        };
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(data, Written), "application/json", $"{vacancy.Slug}-{application.Number}.json");
    }
}
