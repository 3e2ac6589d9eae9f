using System.Globalization;
using System.Text.RegularExpressions;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Accounts.Contract;

/// <summary>One event in words: when, and a sentence that names who did it.</summary>
/// <param name="Who">Who did it, where that may be said.</param>
/// <param name="Reason">Why, in the words of whoever acted.</param>
/// <param name="Words">The same in the official languages, where it was given so and belongs beside the sentence.</param>
public sealed record HistoryLine(long Number, DateTimeOffset At, string Text, bool IsPublic, string? Who = null, string? Reason = null, LocalizedText? Words = null)
{
    /// <summary>The sentence with the words beside it, for where there is one line.</summary>
    public string Whole => Words is { IsEmpty: false } ? $"{Text} – {Words.Read(Language.Content).Value}" : Text;
}

/// <summary>
/// Words events for histories, in the language of the moment. The sentence is the capability's text
/// «event.&lt;name&gt;», or «event.&lt;name&gt;.why» where there are plain words of whoever acted and the texts hold it (words
/// in both languages stand beside the sentence instead, each in its own), in which
/// {actor}, {person}, {personal}, {subject} (the thing's name) and the keys of the event's data are replaced: a date is
/// written out, an id of a person becomes their name, «key.nl» stands for «key» where Dutch is read, and a value has words of its own where the texts hold
/// «event.&lt;key&gt;.&lt;value&gt;». Names are found in one query.
/// </summary>
public sealed partial class EventWording(People people, Registry registry, IServiceProvider services)
{
    public Task<IReadOnlyList<HistoryLine>> Of(IReadOnlyList<Event> events, CancellationToken stop = default) => Of(events, null, stop);

    /// <param name="events">What happened.</param>
    /// <param name="unnamed">Words for somebody whom this reader is not to know by name; null where the name may stand.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<IReadOnlyList<HistoryLine>> Of(IReadOnlyList<Event> events, Func<Guid, string?>? unnamed, CancellationToken stop)
    {
        var values = events.ToDictionary(e => e.Number, e => e.Values);
        var ids = events.SelectMany(e => new[] { e.ActorId, e.PersonId })
            .Concat(values.Values.SelectMany(v => v.Values).Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null))
            .OfType<Guid>();
        var names = (await people.Cards(ids, stop)).ToDictionary(c => c.Key, c => unnamed?.Invoke(c.Key) ?? c.Value.Name);
        var subjects = await Subjects(events, stop);
        return [.. events.Select(e => new HistoryLine(e.Number, e.At, Sentence(e, values[e.Number], names, subjects), e.IsPublic, NameOf(e.ActorId, names), Words: WordsOf(e)))];
    }

    private async Task<Dictionary<Guid, string>> Subjects(IReadOnlyList<Event> events, CancellationToken stop)
    {
        Dictionary<Guid, string> subjects = [];
        foreach (var (kind, read) in registry.EventSubjects)
        {
            List<Guid> ids = [.. events.Where(e => e.Name.StartsWith(kind, StringComparison.Ordinal)).Select(e => e.SubjectId).Distinct()];
            if (ids.Count > 0)
            {
                foreach (var (id, name) in await read(services, ids, stop))
                {
                    subjects[id] = name;
                }
            }
        }

        return subjects;
    }

    private string Sentence(Event happened, IReadOnlyDictionary<string, string?> values, Dictionary<Guid, string> names, Dictionary<Guid, string> subjects)
    {
        var texts = TextsOf(happened);
        if (texts is null || ((happened.Personal is null || WordsOf(happened) is not null ? null : texts.Find($"event.{happened.Name}.why")) ?? texts.Find("event." + happened.Name)) is not { } pattern)
        {
            return happened.Name;
        }

        var sentence = Placeholder().Replace(pattern, match => match.Groups[1].Value switch
        {
            "actor" => NameOf(happened.ActorId, names) ?? Texts.T("event.nobody"),
            "person" => NameOf(happened.PersonId, names) ?? "",
            "subject" => subjects.GetValueOrDefault(happened.SubjectId) ?? "…",
            "personal" => happened.Personal ?? "…",
            var key => Value(texts, key, values.GetValueOrDefault($"{key}.{Language.Content}") ?? values.GetValueOrDefault(key), names),
        });
        return sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], CultureInfo.CurrentCulture) + sentence[1..];
    }

    private LocalizedText? WordsOf(Event happened) =>
        TextsOf(happened)?.Find($"event.{happened.Name}.why") is not null && Reasons.Of(happened.Personal) is { IsEmpty: false } words ? words : null;

    private TextSource? TextsOf(Event happened) =>
        registry.EventWords.FirstOrDefault(w => happened.Name.StartsWith(w.Key, StringComparison.Ordinal)).Value;

    private static string? NameOf(Guid? id, Dictionary<Guid, string> names) =>
        id is { } person ? names.GetValueOrDefault(person) ?? Texts.T("person.erased") : null;

    private static string Value(TextSource texts, string key, string? value, Dictionary<Guid, string> names) =>
        value is null ? ""
        : texts.Find($"event.{key}.{value}") is { } words ? words
        : Guid.TryParse(value, out var id) && names.TryGetValue(id, out var name) ? name
        : value.Split(' ') is { Length: > 1 } several && several.All(v => texts.Find($"event.{key}.{v}") is not null) ? Say.All([.. several.Select(v => texts.Find($"event.{key}.{v}")!)])
        : DateTimeOffset.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? Say.DateTime(moment)
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Say.LongDate(date)
        : value;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
