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
    public async Task<DeskText?> Find(TextKey key, CancellationToken stop)
    {
        var thing = await Load(key, stop);
        if (thing is null || Property(key)!.GetValue(thing) is not LocalizedText { IsEmpty: false } text || key.Language == text.Source || !Language.Official.Contains(key.Language))
        {
            return null;
        }

        var says = thing as IHasReaders;
        var author = text.StateIn(key.Language) == TextState.Draft
            ? await db.Events.Where(e => e.SubjectId == key.OwnerId && e.Name != "text.translated" && e.ActorId != null).OrderByDescending(e => e.Number).Select(e => e.ActorId).FirstOrDefaultAsync(stop)
            : null;
        return says?.Readers == Readers.Apart ? null
            : new(key, text, registry.TextHomes.GetValueOrDefault(key.Owner)?.Markdown.Contains(key.Property) == true, says?.Readers ?? Readers.Inside, says?.Lowest ?? TextState.Draft, author);
    }

    /// <summary>Puts a translation into its text: the thing's version rises with it, and kept pages fall.</summary>
    /// <returns>False for a thing that has no history of its own: then the unit tells.</returns>
    public async Task<bool> Publish(DeskText text, string words, TextState state, Act act, CancellationToken stop)
    {
        var thing = await Load(text.Key, stop) ?? throw new InvalidOperationException($"{text.Key} is gone");
        Property(text.Key)!.SetValue(thing, text.Text.Translated(text.Language, words, state));
        if (thing is not Root root)
        {
            return false;
        }

        root.Translated(act, text.Key.Property, text.Language, state.ToString(), text.Readers == Readers.Everyone);
        return true;
    }

    /// <summary>Every text of a thing counts as first written in the other language; null when one of them has no present translation into it.</summary>
    public async Task<int?> Switch(string owner, Guid id, string language, Act act, CancellationToken stop)
    {
        if (await Load(new(owner, id, "", language), stop) is not { } thing)
        {
            return null;
        }

        var texts = PlatformDb.LocalizedProperties(thing.GetType()).Select(p => (Property: p, Text: (LocalizedText)p.GetValue(thing)!)).Where(t => !t.Text.IsEmpty && t.Text.Source != language).ToList();
        if (texts.Exists(t => t.Text.StateIn(language) < TextState.Draft || t.Text.IsStale(language)))
        {
            return null;
        }

        foreach (var (property, text) in texts)
        {
            property.SetValue(thing, text.WrittenIn(language));
            (thing as Root)?.Translated(act, property.Name, language, "Source", isPublic: false);
        }

        return texts.Count;
    }

    private async Task<object?> Load(TextKey key, CancellationToken stop) =>
        Kind(key.Owner) is { } kind && (key.Property.Length == 0 || Property(key) is not null) ? await db.FindAsync(kind.ClrType, [key.OwnerId], stop) : null;

    private System.Reflection.PropertyInfo? Property(TextKey key) =>
        Kind(key.Owner) is { } kind ? PlatformDb.LocalizedProperties(kind.ClrType).FirstOrDefault(p => p.Name == key.Property) : null;

    private IEntityType? Kind(string owner) =>
        db.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == owner && !t.IsOwned() && PlatformDb.LocalizedProperties(t.ClrType).Any());
}
