using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Recruitment.Interviews;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Pages;
using Passerelle.Recruitment.Selection;

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

        var decision = await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(d => d.ApplicationId == application.Id);
        var offer = await db.Set<Offer>().AsNoTracking().FirstOrDefaultAsync(o => o.ApplicationId == application.Id);
        var isTold = decision is { LettersSent: true } || offer is not null || vacancy.State == VacancyState.Closed;
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
            application.LetterReceivedAt,
            application.LetterPostmark,
            application.CopyReceivedAt,
            interviews = await InterviewData.About(application.Id, isTold, db),
            offer = offer is null ? null : new { state = offer.State.ToString(), contract = offer.Contract.ToString(), offer.Months, offer.StartsOn, offer.AnswerBy, offer.MadeAt, offer.AnsweredAt, offer.Training, offer.LanguageDue },
            decision = isTold && decision is not null ? new { outcome = decision.Outcome.ToString(), stage = decision.OutcomeStage.ToString(), reason = decision.OutcomeReason, decision.DecidedAt } : null,
            judged = isTold ? await Judged(application.Id, await db.Vacancy(vacancy.Id), db) : null,
        };
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(data, Written), "application/json", $"{vacancy.Slug}-{application.Number}.json");
    }

    /// <summary>What the panel found, without who found it; a juror's own notes are theirs.</summary>
    private static async Task<object> Judged(Guid application, Vacancy vacancy, PlatformDb db)
    {
        var words = vacancy.Attributes.ToDictionary(a => a.Id, a => a.Words.Read(Language.Content).Value);
        return (await db.Set<Assessment>().AsNoTracking().Where(a => a.ApplicationId == application).ToListAsync()).Where(a => !a.IsExcluded).Select(a => new
        {
            verdicts = a.HasVerdicts ? a.Verdicts.Select(v => new { v.Code, v.Meets, v.Reason }) : null,
            levels = a.HasScores ? a.Scores.Select(s => new { attribute = words.GetValueOrDefault(s.AttributeId), s.Level }) : null,
        });
    }
}
