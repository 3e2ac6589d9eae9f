using Passerelle.Platform.Localization;

namespace Passerelle.Participation;

/// <summary>A line of a digest.</summary>
/// <param name="Sentence">What happened; null for news, whose title says it.</param>
/// <param name="Title">Of the news, or of what the sentence speaks of.</param>
/// <param name="Of">What it happened to, where it stands under something wider.</param>
/// <param name="Path">Where to read more, without language.</param>
public sealed record DigestLine(DateTimeOffset At, string? Sentence, LocalizedText? Title, FollowedThing? Of, string Path);

/// <summary>What is new about one thing.</summary>
/// <param name="More">How many further news there are that do not stand here.</param>
/// <param name="Leave">The path that ends this following.</param>
public sealed record DigestSection(FollowedThing Thing, IReadOnlyList<DigestLine> Lines, int More, string Leave);

/// <summary>One mail to come: an address, and all that it follows with an account or without.</summary>
internal sealed record FollowLetter(string Address, string Language, FollowSubject Whose, IReadOnlyList<Follower> Rows, IReadOnlyList<(FollowedThing Thing, IReadOnlyList<NewsItem> News)> Parts)
{
    private const int MostLines = 12;

    /// <summary>What is new for these followers since each was told last. The same news stands once, under the narrowest thing.</summary>
    public static IReadOnlyList<(FollowedThing, IReadOnlyList<NewsItem>)> PartsFor(IReadOnlyList<Follower> rows, ILookup<(FollowKind, string), NewsItem> news, FollowMap map)
    {
        HashSet<long> told = [];
        List<(FollowedThing, IReadOnlyList<NewsItem>)> parts = [];
        var followings = rows.SelectMany(r => r.Followings.Select(f => (Row: r, Following: f, Thing: map.Find(f.Kind, f.Key)))).Where(f => f.Thing is not null)
            .GroupBy(f => (f.Thing!.Kind, f.Thing.Key)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Min(f => f.Following.Since));
        foreach (var same in followings)
        {
            var fresh = news[same.Key].Where(n => same.Any(f => n.Happened.Number > f.Row.Cursor && n.Happened.At >= f.Following.Since) && told.Add(n.Happened.Number)).ToList();
            if (fresh.Count > 0)
            {
                parts.Add((same.First().Thing!, fresh));
            }
        }

        return parts;
    }

    public IReadOnlyList<DigestSection> Sections(IReadOnlyDictionary<long, string> sentences, FollowLinks links) =>
        [.. Parts.Select(p => new DigestSection(
            p.Thing,
            [.. p.News.Take(MostLines).Select(n => Line(n, p.Thing, n.IsTitle ? null : sentences[n.Happened.Number]))],
            Math.Max(0, p.News.Count - MostLines),
            links.Leave(Whose, p.Thing)))];

    /// <summary>A name that the sentence says is not said again.</summary>
    private static DigestLine Line(NewsItem news, FollowedThing under, string? sentence)
    {
        var said = news.Title is { IsEmpty: false } title && sentence?.Contains(title.Read(Platform.Localization.Language.Content).Value, StringComparison.Ordinal) == true;
        return new(news.Happened.At, sentence, said ? null : news.Title, news.Of.Kind == under.Kind && news.Of.Key == under.Key ? null : news.Of, news.Path);
    }
}
