using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Jobs;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Machine;

/// <summary>
/// The job: asks for what is translated without being asked for, sends what waits, gives up on what never came back.
/// Other jobs wait meanwhile: when the service does not answer, or takes long, the rest waits for the next run.
/// </summary>
public sealed class MachineSender(PlatformDb db, MachineDesk desk, DeskTexts texts, MachineTaking taking, ITranslationEngine engine, MachineOptions options, PlatformOptions platform, TimeProvider time)
{
    public const string Job = "translation.machine";
    public const string CallBackPath = "/api/etranslation/";

    private const int Batch = 20;

    /// <summary>How long one run sends, by the machine's own time.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any engine is waited for: what it has neither answered nor taken by then was broken off here.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    /// <summary>With an engine that has taken it and answers later.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>The rows hold words that may since have been taken back; what happened stays with the events.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task Run(DateTimeOffset due, CancellationToken stop)
    {
        using var _ = Language.In(Language.Official[0]);
        var act = Act.BySystem(due);
        await desk.AskByItself(act, stop);
        await GiveUp(act, stop);
        await PutAway(act.At - Kept, stop);
        var begun = time.GetTimestamp();
        var waiting = await db.Set<MachineAsk>().AsNoTracking().Where(a => a.State == AskState.Waiting && a.NextTry <= due).OrderBy(a => a.NextTry).ThenBy(a => a.Id).Select(a => a.Id).Take(Batch).ToListAsync(stop);
        foreach (var id in waiting)
        {
            if (!await Send(id, act, stop) || time.GetElapsedTime(begun) > Turn)
            {
                break;
            }
        }
    }

    private async Task GiveUp(Act act, CancellationToken stop)
    {
        var (since, shortly) = (act.At - Patience, act.At - Moment);
        await db.Again(async () =>
        {
            foreach (var ask in await db.Set<MachineAsk>().Where(a => a.State == AskState.Sent && (a.SentAt < since || (a.SentAt < shortly && a.Reference == ""))).OrderBy(a => a.SentAt).Take(Batch).ToListAsync(stop))
            {
                ask.Fail(new(EngineCodes.Late, "", Passes: ask.Reference.Length == 0), act);
            }

            return await db.SaveChangesAsync(stop);
        });
        db.ChangeTracker.Clear();
    }

    /// <summary>Of what nobody asked for and what did not go well, the row stays without its words, so that it is not asked for again for ever.</summary>
    private async Task PutAway(DateTimeOffset old, CancellationToken stop)
    {
        var over = db.Set<MachineAsk>().Where(a => a.EndedAt < old);
        await over.Where(a => a.AskedBy != null || a.Code == "" || a.Code == EngineCodes.Moved).ExecuteDeleteAsync(stop);
        (await over.Where(a => a.Sources.Count > 0).OrderBy(a => a.EndedAt).Take(Batch).ToListAsync(stop)).ForEach(a => a.Empty());
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
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
        await db.Again(() => db.Alone(async () =>
        {
            db.ChangeTracker.Clear();
            var ask = await db.Set<MachineAsk>().FirstOrDefaultAsync(a => a.Id == id, stop); // with a document that was removed meanwhile it went
            if (ask?.State == AskState.Sent && ask.CallBack == sent.CallBack)
            {
                await Heard(ask, answer, act, stop);
            }

            return await db.SaveChangesAsync(stop);
        }, stop));
        db.ChangeTracker.Clear();
        return answer is not EngineAnswer.Failed;
    }

    private async Task<(MachineAsk Ask, string Secret)?> Out(Guid id, Act act, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var ask = await db.Set<MachineAsk>().FirstOrDefaultAsync(a => a.Id == id, stop);
        if (ask?.State != AskState.Waiting)
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
