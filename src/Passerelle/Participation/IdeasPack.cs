using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Participation;

/// <summary>What people of the demonstration proposed, in demo/ideas.json; each idea goes its way by the same acts as any other.</summary>
internal sealed class IdeasPack(Clock clock) : PackPart
{
    private readonly Dictionary<string, Idea> _ideas = new(StringComparer.Ordinal);
    private readonly List<IdeaSupport> _supports = [];

    public override int Order => 72;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var known = new Known(PackPeople.In(pack), PackTerritory.Of(pack).Sides, PackProgramme.Of(pack).Themes, pack.NamesIn("demo/groups"), pack.NamesIn("demo/projects").ToDictionary(p => p, p => GroupsOf(pack, p)));
        List<PackItem> items = [.. pack.FilesIn("demo", "ideas.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("ideas").List("ideas"))];
        foreach (var item in items)
        {
            item.Allowed(() => One(item, known));
        }

        foreach (var item in items.Where(i => i.Has("merged")))
        {
            item.Allowed(() => Merge(item, known));
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_ideas.Values);
        db.AddRange(_supports);
        return Task.CompletedTask;
    }

    private void One(PackItem item, Known known)
    {
        item.Keys("slug", "author", "date", "title", "need", "evidence", "beneficiaries", "sides", "theme", "supports", "views", "consented", "accepted", "refused", "merged", "withdrawn");
        var slug = item.Slug("slug");
        var words = new IdeaWords(item.Text("title"), item.Text("need"), item.OptionalText("evidence"), item.Text("beneficiaries"));
        var idea = Idea.Send(PackIds.Of("idea", slug), slug, words, item.Words("sides", "side", known.Sides.Contains), item.OneOf("theme", "theme", known.Themes), held: false, At(item, "date", known.Person(item, "author")));
        if (!_ideas.TryAdd(slug, idea))
        {
            item.Fail("slug", $"duplicate idea slug «{slug}»");
            return;
        }

        foreach (var supporter in item.Words("supports", "person", known.People.ContainsKey))
        {
            _supports.Add(IdeaSupport.Give(idea, new(known.People[supporter].Id, idea.At)));
        }

        foreach (var (view, number) in item.List("views").Select((v, n) => (v, n)))
        {
            view.Keys("actor", "on", "words", "by");
            var on = view.Day("on");
            idea.AddView(PackIds.Of("idea-view", $"{slug}/{number}"), view.Value("actor", Idea.ActorLimit), on, view.Text("words"), new(known.Person(view, "by"), clock.At(on, new(12, 0))));
        }

        Decide(item, idea, known);
    }

    private void Decide(PackItem item, Idea idea, Known known)
    {
        if (item.Item("consented")?.Keys("group", "on", "by") is { } consented)
        {
            var on = consented.Day("on");
            idea.Consent(PackIds.Of("group", consented.OneOf("group", "group", known.Groups)), on, new(known.Person(consented, "by"), clock.At(on, new(18, 0))));
        }

        if (item.Item("accepted")?.Keys("date", "by", "project") is { } accepted)
        {
            var act = At(accepted, "date", known.Person(accepted, "by"));
            idea.Accept(act);
            if (accepted.Has("project"))
            {
                var project = accepted.OneOf("project", "project", known.Projects.Keys);
                if (known.Projects.TryGetValue(project, out var groups))
                {
                    idea.Become(PackIds.Of("project", project), groups, act);
                }
            }
        }

        if (item.Item("refused")?.Keys("date", "by", "reason") is { } refused)
        {
            idea.Refuse(refused.Text("reason"), At(refused, "date", known.Person(refused, "by")));
        }

        if (item.Has("withdrawn"))
        {
            idea.Withdraw(At(item, "withdrawn", idea.AuthorId));
        }
    }

    private void Merge(PackItem item, Known known)
    {
        if (item.Item("merged")?.Keys("date", "by", "into") is { } merged
            && _ideas.GetValueOrDefault(merged.OneOf("into", "idea", _ideas.Keys)) is { } into && _ideas.GetValueOrDefault(item.Optional("slug") ?? "") is { } idea)
        {
            var act = At(merged, "date", known.Person(merged, "by"));
            idea.MergeInto(into, act);
            IdeaSupport.Follow(_supports, idea, into, act);
        }
    }

    private Act At(PackItem item, string key, Guid person)
    {
        var moment = item.Moment(key);
        return new(person, clock.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)));
    }

    private static IReadOnlyCollection<Guid> GroupsOf(PackFolder pack, string project) =>
        pack.PeekJson($"demo/projects/{project}.json") is { } json ? [.. json.Words("groups", "group", _ => true).Append(json.Optional("group")).OfType<string>().Select(g => PackIds.Of("group", g))] : [];

    private sealed record Known(IReadOnlyDictionary<string, PackPerson> People, IReadOnlySet<string> Sides, IReadOnlySet<string> Themes, IReadOnlySet<string> Groups, IReadOnlyDictionary<string, IReadOnlyCollection<Guid>> Projects)
    {
        public Guid Person(PackItem item, string key) => People.GetValueOrDefault(item.OneOf(key, "person", People.Keys))?.Id ?? Guid.Empty;
    }
}
