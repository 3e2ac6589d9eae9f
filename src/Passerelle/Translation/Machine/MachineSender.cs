using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Jobs;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Machine;

/// <summary>
/// The job: asks for what is translated without being asked for, sends what waits, gives up on what never came back.
/// When the service does not answer, the rest waits for the next run, so that a service that is down costs one wait.
/// </summary>
public sealed class MachineSender(PlatformDb db, MachineDesk desk, DeskTexts texts, MachineTaking taking, ITranslationEngine engine, MachineOptions options, PlatformOptions platform)
{
    public const string Job = "translation.machine";
    public const string CallBackPath = "/api/etranslation/";

    private const int Batch = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>The rows hold words that may since have been taken back; what happened stays with the events.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task Run(DateTimeOffset due, CancellationToken stop)
    {
        using var _ = Language.In(Language.Official[0]);
        var act = Act.BySystem(due);
        await desk.AskByItself(act, stop);
        await GiveUp(act, stop);
        var waiting = await db.Set<MachineAsk>().AsNoTracking().Where(a => a.State == AskState.Waiting && a.NextTry <= due).OrderBy(a => a.NextTry).ThenBy(a => a.Id).Select(a => a.Id).Take(Batch).ToListAsync(stop);
        foreach (var id in waiting)
        {
            if (!await Send(id, act, stop))
            {
                break;
            }
        }
    }

    private async Task GiveUp(Act act, CancellationToken stop)
    {
        var (since, old) = (act.At - Patience, act.At - Kept);
        foreach (var ask in await db.Set<MachineAsk>().Where(a => a.State == AskState.Sent && a.SentAt < since).OrderBy(a => a.SentAt).Take(Batch).ToListAsync(stop))
        {
            ask.Fail(new(EngineCodes.Late, "", Passes: false), act);
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        await db.Set<MachineAsk>().Where(a => a.EndedAt < old).ExecuteDeleteAsync(stop);
        await db.Set<JobRun>().Where(r => r.Job == Job && r.Due < old).ExecuteDeleteAsync(stop); // half a million a year otherwise
    }

    /// <summary>It is said to be sent before it is: an answer may come quicker than the service's own.</summary>
    /// <returns>False when the service is in trouble.</returns>
    private async Task<bool> Send(Guid id, Act act, CancellationToken stop)
    {
        if (await Out(id, act, stop) is not var (sent, secret))
        {
            return true;
        }

        var answer = await engine.Ask(new(sent.From, sent.Language, sent.Sources, sent.Id.ToString(), platform.PublicUrl + CallBackPath + secret), stop);
        await db.Again(async () =>
        {
            db.ChangeTracker.Clear();
            var ask = await db.Set<MachineAsk>().SingleAsync(a => a.Id == id, stop);
            if (ask.State == AskState.Sent && ask.CallBack == sent.CallBack)
            {
                await Heard(ask, answer, act, stop);
            }

            return await db.SaveChangesAsync(stop);
        });
        db.ChangeTracker.Clear();
        return answer is not EngineAnswer.Failed;
    }

    private async Task<(MachineAsk Ask, string Secret)?> Out(Guid id, Act act, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var ask = await db.Set<MachineAsk>().SingleAsync(a => a.Id == id, stop);
        if (ask.State != AskState.Waiting)
        {
            return null;
        }

        var text = await texts.Find(ask.Key, stop);
        var leaves = text is not null && text.Revision == ask.Revision && MachineAsk.MayLeave(text);
        var secret = leaves ? ask.Send(options.Name, act) : "";
        if (!leaves)
        {
            ask.Drop(act);
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            leaves = false; // another node has it
        }

        return leaves ? (ask, secret) : null;
    }

    private async Task Heard(MachineAsk ask, EngineAnswer answer, Act act, CancellationToken stop)
    {
        switch (answer)
        {
            case EngineAnswer.Translated translated:
                await taking.Take(ask, translated.Texts, act, stop);
                break;
            case EngineAnswer.Later later:
                ask.Taken(later.Reference);
                break;
            case EngineAnswer.Failed failed:
                ask.Fail(failed, act);
                break;
        }
    }
}
