using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Recruitment.Texts;

namespace Passerelle.Recruitment.Pages;

/// <summary>Takes an application back, or erases it with all that belongs to it: each asks once.</summary>
public sealed partial class EndPage
{
    public sealed record View(string Token, string Act);

    internal static Task<IResult> GetWithdraw(string token, Visit visit, PlatformDb db) => Ask(token, "withdraw", visit, db);

    internal static Task<IResult> GetErase(string token, Visit visit, PlatformDb db) => Ask(token, "erase", visit, db);

    internal static async Task<IResult> Withdraw(string token, Visit visit, PlatformDb db, ApplicationDesk desk)
    {
        if (await ApplicationPage.Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        await desk.Withdraw(view.Application.Id, visit.Now);
        return visit.Done("/applications/" + token, T("withdraw.done"));
    }

    internal static async Task<IResult> Erase(string token, Visit visit, PlatformDb db, Erasure erasure)
    {
        if (await ApplicationPage.Find(token, db) is not { } view)
        {
            return visit.NotFound();
        }

        await erasure.EraseOnRequest(view.Application, view.Vacancy, Act.BySystem(visit.Now), visit.Http.RequestAborted);
        return visit.Done("/jobs", T("erase.done"));
    }

    private static async Task<IResult> Ask(string token, string act, Visit visit, PlatformDb db) =>
        await ApplicationPage.Find(token, db) is { } view && (act == "erase" || !view.Application.IsOver) ? Show(new(token, act)) : visit.NotFound();
}
