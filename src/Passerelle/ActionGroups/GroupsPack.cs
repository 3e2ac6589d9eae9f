using System.Globalization;
using System.Text.Json;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.ActionGroups;

/// <summary>The demonstration's groups: demo/groups/&lt;slug&gt;.json.</summary>
internal sealed class GroupsPack(Clock clock) : PackPart
{
    private readonly List<PackedGroup> _groups = [];
    private HashSet<string> _slugs = [];

    public override int Order => 60;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var files = pack.FilesIn("demo/groups", "*.json").ToList();
        _slugs = [.. files.Select(f => Path.GetFileNameWithoutExtension(f)!)];
        foreach (var file in files)
        {
            if (pack.ReadJson(file) is not { } root)
            {
                continue;
            }

            try
            {
                _groups.Add(new Reader(pack, file, root, clock, _slugs).Read());
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                pack.Errors.Add(new(file, 0, e.Message));
            }
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        Act On(DateOnly day) => Act.BySystem(clock.At(day, new TimeOnly(10, 0)));
        // Successors first: a merged group names the one that it went into.
        foreach (var group in _groups.OrderBy(g => g.MergedInto is not null))
        {
            db.Add(Group.FromPack(group, On));
            db.AddRange(group.Posts);
            if (group.MergedInto is { } into)
            {
                db.Add(new Lineage { From = group.Id, To = into, Kind = LineageKind.Merge, On = group.MergedOn!.Value, Reason = group.Reason });
            }

            db.AddRange(group.Parents.Select(parent => new Lineage { From = PackIds.Of("group", parent), To = group.Id, Kind = LineageKind.Derivation, On = group.Phases[0].Since }));
        }

        return Task.CompletedTask;
    }

    private sealed class Reader(PackFolder pack, string file, JsonElement root, Clock clock, HashSet<string> slugs)
    {
        private readonly Guid _id = PackIds.Of("group", root.GetProperty("slug").GetString()!);

        public PackedGroup Read()
        {
            var technical = root.GetProperty("type").GetString() == "technical";
            var (paused, closed, merged) = (Optional("paused"), Optional("closed"), Optional("mergedInto"));
            var next = Optional("next");
            var first = technical ? List("members").Concat(List("coordinators")).Select(m => Day(m, "from")!.Value).Min() : default;
            return new()
            {
                Id = _id,
                Slug = root.GetProperty("slug").GetString()!,
                Kind = technical ? Enum.Parse<GroupKind>(root.GetProperty("kind").GetString()!) : GroupKind.Action,
                Name = Text("name"),
                Summary = Text("summary"),
                Purpose = Text("purpose"),
                Need = technical ? LocalizedText.Empty() : Text("need"),
                NeedSource = technical ? LocalizedText.Empty() : Text("needSource"),
                Theme = technical ? null : root.GetProperty("theme").GetString(),
                OtherThemes = Strings("otherThemes"),
                Communes = Strings("communes"),
                Actions = Strings("actions"),
                Horizon = Optional("horizon") is { } h ? DateOnly.ParseExact(h.GetString() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Phases = technical ? [new(Phase.Develop, first)] : [.. List("lifeHistory").Select(p => new PhaseEntry(Enum.Parse<Phase>(p.GetProperty("phase").GetString()!), Day(p, "date")!.Value))],
                PausedOn = paused is { } p1 ? Day(p1, "date") : null,
                ClosedOn = closed is { } c1 ? Day(c1, "date") : null,
                MergedOn = merged is { } m1 ? Day(m1, "date") : null,
                MergedInto = merged is { } m2 ? Known(m2.GetProperty("slug").GetString()!) : null,
                Reason = (paused ?? closed ?? merged) is { } why && why.TryGetProperty("reason", out var reason) ? pack.Text(reason, file, "reason") : LocalizedText.Empty(),
                NextAt = next is { } n1 ? Moment(n1, "date") : null,
                NextPlace = next is { } n2 ? n2.GetProperty("place").GetString() : null,
                NextTitle = next is { } n3 ? pack.Text(n3.GetProperty("title"), file, "next.title") : LocalizedText.Empty(),
                Limits = Optional("minMax") is { } limits ? [.. limits.EnumerateObject().Select(l => new CollegeLimit(Enum.Parse<College>(l.Name), Int(l.Value, "min"), Int(l.Value, "max")))] : [],
                Members = [.. List("members").Select(m => new Membership { GroupId = _id, PersonId = Person(m, "person"), College = College(m), Organisation = String(m, "organisation"), From = Day(m, "from")!.Value, Until = Day(m, "until") })],
                CoLeads = [.. List("coleads").Select(CoLeadOf)],
                Coordinators = [.. List("coordinators").Select(c => new Coordination { GroupId = _id, PersonId = Person(c, "person"), From = Day(c, "from")!.Value, Until = Day(c, "until") })],
                Requests = [.. List("requests").Select(RequestOf)],
                Standing = technical ? Enum.Parse<Standing>(root.GetProperty("standing").GetString()!, ignoreCase: true) : null,
                Sunset = technical ? Day(root, "sunset") : null,
                Guests = [.. List("guests").Select(g => g.GetProperty("name").GetString()!)],
                EuropeanTheme = Optional("europeanTheme") is { } theme ? pack.Text(theme, file, "europeanTheme") : LocalizedText.Empty(),
                Parents = [.. Strings("parents").Select(p => { Known(p); return p; })],
                Posts = [.. List("posts").Select(PostOf)],
            };
        }

        private CoLead CoLeadOf(JsonElement c)
        {
            var lead = new CoLead { GroupId = _id, PersonId = Person(c, "person"), College = College(c) };
            lead.Begin(lead.College, Day(c, "from")!.Value);
            if (Day(c, "until") is { } until)
            {
                lead.End(until);
            }

            return lead;
        }

        private JoinRequest RequestOf(JsonElement r)
        {
            var word = pack.Text(r.GetProperty("word"), file, "requests.word");
            var person = Person(r, "person");
            return new() { Id = PackIds.Of("request", _id + "/" + person), GroupId = _id, PersonId = person, College = College(r), Organisation = String(r, "organisation"), Word = word.SourceValue, Language = word.Source, At = clock.At(Day(r, "date")!.Value, new TimeOnly(9, 0)) };
        }

        private Post PostOf(JsonElement p, int index)
        {
            var id = PackIds.Of("post", $"{_id}/{index}");
            var post = Post.Publish(id, _id, Enum.Parse<Audience>(p.GetProperty("audience").GetString()!), pack.Text(p.GetProperty("title"), file, $"posts[{index}].title"), pack.Text(p.GetProperty("text"), file, $"posts[{index}].text"), [], new(Person(p, "author"), Moment(p, "date")));
            foreach (var (c, i) in (p.TryGetProperty("comments", out var comments) ? comments.EnumerateArray().ToList() : []).Select((c, i) => (c, i)))
            {
                post.Comment(PackIds.Of("comment", $"{id}/{i}"), Clean.Text(c.GetProperty("text").GetString()), c.GetProperty("language").GetString()!, new(Person(c, "author"), Moment(c, "date")));
            }

            return post;
        }

        private Guid Known(string slug)
        {
            if (!slugs.Contains(slug))
            {
                pack.Errors.Add(new(file, 0, $"unknown group «{slug}»"));
            }

            return PackIds.Of("group", slug);
        }

        private static Guid Person(JsonElement element, string key) => PackPeople.IdOf(element.GetProperty(key).GetString()!);

        private static College College(JsonElement element) => Enum.Parse<College>(element.GetProperty("college").GetString()!);

        private LocalizedText Text(string key) => pack.Text(Optional(key), file, key);

        private JsonElement? Optional(string key) => root.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        private List<JsonElement> List(string key) => Optional(key) is { } list ? [.. list.EnumerateArray()] : [];

        private List<string> Strings(string key) => [.. List(key).Select(e => e.GetString()!)];

        private static string? String(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.GetString() : null;

        private static int? Int(JsonElement element, string key) => element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

        private static DateOnly? Day(JsonElement element, string key) => String(element, key) is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

        private DateTimeOffset Moment(JsonElement element, string key) =>
            DateTime.ParseExact(element.GetProperty(key).GetString()!, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) is var wall ? clock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : default;
    }
}
