using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Participation;

/// <summary>What readers of the demonstration reported, in demo/moderation.json: a moderator finds something to decide.</summary>
internal sealed class ModerationPack(Clock clock, Writings writings) : PackPart
{
    private readonly List<(Guid Post, Guid? Comment, Guid Reporter, DateTimeOffset At, string Words, string Language)> _reports = [];

    public override int Order => 75;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var people = PackPeople.In(pack);
        HashSet<(string, int, int?, string)> said = [];
        foreach (var item in pack.FilesIn("demo", "moderation.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("reports").List("reports")))
        {
            item.Keys("group", "post", "comment", "reporter", "date", "words", "language");
            var group = item.OneOf("group", "group", pack.NamesIn("demo/groups"));
            var posts = pack.PeekJson($"demo/groups/{group}.json")?.List("posts").ToList() ?? [];
            var (post, comment) = (item.OptionalInt("post") ?? -1, item.OptionalInt("comment"));
            if (post < 0 || post >= posts.Count)
            {
                item.Fail("post", $"«{group}» has {posts.Count} posts, counted from 0");
            }
            else if (comment is { } number && posts[post].List("comments").Count() <= number)
            {
                item.Fail("comment", $"there is no comment {number}");
            }

            var reporter = item.OneOf("reporter", "person", people.Keys);
            if (!said.Add((group, post, comment, reporter)))
            {
                item.Fail("reporter", $"«{reporter}» reports it twice");
            }

            var id = PackIds.Of("post", $"{PackIds.Of("group", group)}/{post}");
            var moment = item.Moment("date");
            _reports.Add((id, comment is { } n ? PackIds.Of("comment", $"{id}/{n}") : null,
                people.GetValueOrDefault(reporter)?.Id ?? Guid.Empty,
                clock.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)), item.Paragraphs("words"), item.OneOf("language", "language", Language.Official)));
        }
    }

    public override async Task Save(PlatformDb db, CancellationToken stop)
    {
        Dictionary<Guid, ModerationCase> cases = [];
        foreach (var (post, comment, reporter, at, words, language) in _reports)
        {
            var writing = await writings.Find(post, comment, stop) ?? throw new InvalidOperationException("What was reported is in the pack");
            var act = new Act(reporter, at);
            var id = PackIds.Of("moderation", $"{post}/{comment}");
            if (!cases.TryGetValue(id, out var one))
            {
                db.Add(cases[id] = one = ModerationCase.About(post, comment, writing.Author, act, id));
            }

            one.ReportIt(PackIds.Of("report", $"{post}/{comment}/{reporter}"), words, language, act);
        }
    }
}
