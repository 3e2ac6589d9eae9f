using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Machine;

/// <summary>What the editor says of the engine for one text; there is nothing to say where there is none, or the text may not leave.</summary>
/// <param name="Engine">What the service is called.</param>
/// <param name="MayAsk">Whether there is something that it could be asked now.</param>
/// <param name="Last">What was asked last, open asks first.</param>
public sealed record MachineView(string Engine, bool MayAsk, MachineAsk? Last);

/// <summary>Asks for a machine's words, as somebody wishes or the kind of text allows. Nobody waits for them: the job sends what is asked.</summary>
public sealed class MachineDesk(PlatformDb db, DeskTexts texts, UnitStore store, MachineOptions options)
{
    private const int Batch = 20;

    /// <summary>How often nobody asks for the same text: what fails each time is left to people.</summary>
    private const int MostByItself = 5;

    public async Task<MachineView?> View(OpenUnit open, CancellationToken stop)
    {
        if (!options.IsOn || !MachineAsk.MayLeave(open.Text))
        {
            return null;
        }

        var asks = await Asks(open.Text.Key).AsNoTracking().Where(a => a.Revision == open.Text.Revision).OrderByDescending(a => a.AskedAt).ThenByDescending(a => a.Id).Take(Batch).ToListAsync(stop);
        var last = asks.Find(a => a.IsOpen) ?? asks.FirstOrDefault();
        return new(options.Name, last?.IsOpen != true && Missing(open).Count > 0, last);
    }

    /// <summary>Asks for the sentences that have no words yet, once however often it is pressed. What is out for an older source is of no use to this one.</summary>
    /// <returns>Null where there is no such text for this person; false where there is nothing to ask.</returns>
    public Task<bool?> Ask(TextKey key, Visitor who, Act act, CancellationToken stop) => db.Alone(async () =>
    {
        if (!options.IsOn || await store.Read(key, who, stop) is not { } open || !MachineAsk.MayLeave(open.Text))
        {
            return (bool?)null;
        }

        if (await Asks(key).AnyAsync(a => a.Revision == open.Text.Revision && (a.State == AskState.Waiting || a.State == AskState.Sent), stop))
        {
            return true;
        }

        // A text that readers may see as the engine wrote it goes out whole or not at all.
        var sources = IsForReaders(open.Text) ? open.Text.Source.Segments : Missing(open);
        db.AddRange(MachineAsk.Parts(sources.Distinct()).Select(part => MachineAsk.For(open.Text, part, act)));
        await db.SaveChangesAsync(stop);
        return sources.Count > 0;
    }, stop);

    /// <summary>
    /// Asks for public texts of the kinds that are read as an engine writes them, and that have nothing in the other
    /// language. All parts of a text are asked at one moment, so moments count; what was set aside because the text
    /// had moved says nothing about the next time.
    /// </summary>
    public async Task AskByItself(Act act, CancellationToken stop)
    {
        List<string> kinds = [.. db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IMachineReadable))).Select(t => t.Name).Distinct()];
        var (asks, since) = (db.Set<MachineAsk>(), act.At.AddDays(-1));
        var rows = await db.TextIndex.AsNoTracking()
            .Where(r => kinds.Contains(r.Owner) && r.Waits && r.Readers == Readers.Everyone && (r.State == TextState.Missing || (r.State == TextState.Machine && r.Stale)))
            .Where(r => asks.Where(a => a.OwnerId == r.OwnerId && a.Owner == r.Owner && a.Property == r.Property && a.Language == r.Language && a.Code != EngineCodes.Moved).Select(a => a.AskedAt).Distinct().Count() < MostByItself
                && !asks.Any(a => a.OwnerId == r.OwnerId && a.Owner == r.Owner && a.Property == r.Property && a.Language == r.Language && (a.State == AskState.Waiting || a.State == AskState.Sent || (a.AskedAt > since && a.Code != EngineCodes.Moved))))
            .OrderBy(r => r.OwnerId).ThenBy(r => r.Property).ThenBy(r => r.Language).Take(Batch).ToListAsync(stop);
        foreach (var text in (await texts.Find([.. rows.Select(r => new TextKey(r.Owner, r.OwnerId, r.Property, r.Language))], stop)).Values.Where(MachineAsk.MayLeave))
        {
            db.AddRange(MachineAsk.Parts(text.Source.Segments.Distinct()).Select(part => MachineAsk.For(text, part, act)));
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>Its kind allows a machine's words, and nobody has written better ones.</summary>
    public static bool IsForReaders(DeskText text) =>
        text.Lowest == TextState.Machine && (text.Version is null || (text.Version.State == TextState.Machine && text.Text.IsStale(text.Language)));

    private static List<string> Missing(OpenUnit open) => [.. open.Unit.Segments.Where(s => s.State == SegmentState.Missing).Select(s => s.Source)];

    private IQueryable<MachineAsk> Asks(TextKey key) =>
        db.Set<MachineAsk>().Where(a => a.OwnerId == key.OwnerId && a.Owner == key.Owner && a.Property == key.Property && a.Language == key.Language);
}
