using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation;

/// <summary>Reads and writes the texts of any kind of thing: no capability has to know that its texts are translated.</summary>
public sealed class DeskTexts(PlatformDb db, Registry registry)
{
    /// <summary>A text with what the desk must know of it; null where there is none, or none to translate.</summary>
    public async Task<DeskText?> Find(TextKey key, CancellationToken stop) => (await Find([key], stop)).GetValueOrDefault(key);

    /// <summary>Those of several that there are, in one query for each kind of thing and one for all.</summary>
    public async Task<IReadOnlyDictionary<TextKey, DeskText>> Find(IReadOnlyCollection<TextKey> keys, CancellationToken stop)
    {
        Dictionary<TextKey, DeskText> found = [];
        foreach (var kind in keys.Where(k => Property(k) is not null && Language.Official.Contains(k.Language)).GroupBy(k => k.Owner))
        {
            var things = await Things(Kind(kind.Key)!, kind.Select(k => k.OwnerId).ToHashSet(), stop);
            foreach (var key in kind)
            {
                if (things.GetValueOrDefault(key.OwnerId) is { } thing && Property(key)!.GetValue(thing) is LocalizedText { IsEmpty: false } text && text.Source != key.Language && Of(key, thing, text) is { } desk)
                {
                    found[key] = desk;
                }
            }
        }

        var drafts = found.Where(f => f.Value.Text.StateIn(f.Key.Language) == TextState.Draft).Select(f => f.Key).ToList();
        var authors = drafts.Count == 0 ? [] : await Authors(drafts.Select(d => d.OwnerId).ToHashSet(), stop);
        foreach (var key in drafts)
        {
            found[key] = found[key] with { Author = authors.GetValueOrDefault(key.OwnerId) };
        }

        return found;
    }

    /// <summary>Puts a translation into its text: the thing's version rises with it, and kept pages fall.</summary>
    public async Task Publish(DeskText text, TranslationUnit unit, string words, TextState state, Act act, CancellationToken stop)
    {
        var thing = await Load(text.Key, stop) ?? throw new InvalidOperationException($"{text.Key} is gone");
        Property(text.Key)!.SetValue(thing, text.Text.Translated(text.Language, words, state));
        Tell(thing, unit, text.Key.Property, state.ToString(), text.Readers == Readers.Everyone, act);
    }

    /// <summary>
    /// Every text of a unit's thing counts as first written in the unit's language; null when one of them has no
    /// present translation into it.
    /// </summary>
    public async Task<int?> Switch(TranslationUnit unit, Act act, CancellationToken stop)
    {
        if (await Load(unit.Key, stop) is not { } thing)
        {
            return null;
        }

        var texts = PlatformDb.LocalizedProperties(thing.GetType()).Select(p => (Property: p, Text: (LocalizedText)p.GetValue(thing)!)).Where(t => !t.Text.IsEmpty && t.Text.Source != unit.Language).ToList();
        if (texts.Exists(t => t.Text.StateIn(unit.Language) < TextState.Draft || t.Text.IsStale(unit.Language)))
        {
            return null;
        }

        foreach (var (property, text) in texts)
        {
            property.SetValue(thing, text.WrittenIn(unit.Language));
            Tell(thing, unit, property.Name, "Source", isPublic: false, act);
        }

        return texts.Count;
    }

    /// <summary>The same event for every kind of thing; of one that has no history of its own the unit keeps it.</summary>
    private static void Tell(object thing, TranslationUnit unit, string property, string state, bool isPublic, Act act) =>
        (thing as Root ?? unit).Translated(act, property, unit.Language, state, isPublic);

    /// <summary>Those that this context knows already, also one that is to be written with the next save, and those of the database.</summary>
    private async Task<Dictionary<Guid, object>> Things(IEntityType kind, HashSet<Guid> ids, CancellationToken stop)
    {
        Guid Id(object thing) => (Guid)db.Entry(thing).Property("Id").CurrentValue!;
        var things = db.ChangeTracker.Entries().Where(e => e.Metadata == kind && ids.Contains(Id(e.Entity))).ToDictionary(e => Id(e.Entity), e => e.Entity);
        if (ids.Except(things.Keys).ToHashSet() is { Count: > 0 } others)
        {
            foreach (var thing in await db.SetOf(kind).Where(t => others.Contains(EF.Property<Guid>(t, "Id"))).ToListAsync(stop))
            {
                things[Id(thing)] = thing;
            }
        }

        return things;
    }

    private DeskText? Of(TextKey key, object thing, LocalizedText text)
    {
        var says = thing as IHasReaders;
        return says?.Readers == Readers.Apart ? null
            : new(key, text, registry.TextHomes.GetValueOrDefault(key.Owner)?.Markdown.Contains(key.Property) == true, says?.Readers ?? Readers.Inside, says?.Lowest ?? TextState.Draft, null);
    }

    /// <summary>Who last wrote in each of these things, but for translators and those who asked a machine.</summary>
    private async Task<Dictionary<Guid, Guid?>> Authors(HashSet<Guid> things, CancellationToken stop)
    {
        var written = db.Events.Where(e => things.Contains(e.SubjectId) && e.Name != "text.translated" && !e.Name.StartsWith("translation.") && e.ActorId != null);
        var last = written.GroupBy(e => e.SubjectId).Select(g => g.Max(e => e.Number));
        return await written.Where(e => last.Contains(e.Number)).ToDictionaryAsync(e => e.SubjectId, e => e.ActorId, stop);
    }

    private async Task<object?> Load(TextKey key, CancellationToken stop) =>
        Kind(key.Owner) is { } kind && Property(key) is not null ? await db.FindAsync(kind.ClrType, [key.OwnerId], stop) : null;

    private System.Reflection.PropertyInfo? Property(TextKey key) =>
        Kind(key.Owner) is { } kind ? PlatformDb.LocalizedProperties(kind.ClrType).FirstOrDefault(p => p.Name == key.Property) : null;

    private IEntityType? Kind(string owner) =>
        db.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == owner && !t.IsOwned() && PlatformDb.LocalizedProperties(t.ClrType).Any());
}
