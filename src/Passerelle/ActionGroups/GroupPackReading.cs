using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.ActionGroups;

/// <summary>One file of demo/groups: what is wrong with it is noted at its place.</summary>
internal sealed partial class GroupPackReading(PackItem json, string slug, GroupPackNames names, Clock clock)
{
    private static readonly string[] Common = ["slug", "type", "name", "summary", "purpose", "communes", "coordinators", "members", "next", "posts"];
    private readonly Guid _id = PackIds.Of("group", slug);

    public PackedGroup Read()
    {
        if (json.Slug("slug") is { Length: > 0 } written && written != slug)
        {
            json.Fail("slug", $"«{written}» is not the name of the file");
        }

        return json.OneOf("type", "type", "action", "technical") == "technical" ? Technical() : Action();
    }

    private PackedGroup Action()
    {
        json.Keys([.. Common, "need", "needSource", "horizon", "theme", "otherThemes", "life", "lifeHistory", "paused", "closed", "mergedInto", "actions", "minMax", "coleads", "requests"]);
        var (paused, closed, merged) = (Ending("paused"), Ending("closed"), Ending("mergedInto", "slug"));
        var (phases, members) = (Phases(closed is not null), Members());
        var theme = json.OneOf("theme", "theme", Only(json.Optional("theme"), names.HasTheme));
        var actions = json.Words("actions", "action", names.HasAction);
        if (actions.Count is 0 or > 3)
        {
            json.Fail("actions", "are not one to three");
        }

        return Of(GroupKind.Action, phases, members) with
        {
            Need = json.Text("need"),
            NeedSource = json.Text("needSource"),
            Theme = theme,
            OtherThemes = json.Words("otherThemes", "theme", t => names.HasTheme(t) && t != theme),
            Actions = actions,
            Horizon = Horizon(),
            PausedOn = paused?.Day("date"),
            ClosedOn = closed?.Day("date"),
            MergedOn = merged?.Day("date"),
            MergedInto = merged is null ? null : GroupId(merged),
            Reason = (paused ?? closed ?? merged)?.Text("reason") ?? LocalizedText.Empty(),
            Limits = Limits(),
            CoLeads = CoLeads(members),
            Requests = [.. json.List("requests").Select(Request)],
        };
    }

    private PackedGroup Technical()
    {
        json.Keys([.. Common, "kind", "parents", "standing", "sunset", "guests", "europeanTheme"]);
        var kind = json.OneOf("kind", "kind", nameof(GroupKind.Proximity), nameof(GroupKind.EuropeanConsultation), nameof(GroupKind.Other));
        var (proximity, european) = (kind == nameof(GroupKind.Proximity), kind == nameof(GroupKind.EuropeanConsultation));
        var guests = json.List("guests").Select(g => g.Keys("name", "country")).ToList();
        if (guests.Count > 0 && !proximity)
        {
            json.Fail("guests", "only a Proximity group has any");
        }

        if (json.Has("europeanTheme") != european)
        {
            json.Fail("europeanTheme", european ? "is missing" : "only a EuropeanConsultation has one");
        }

        var members = Members();
        var coordinators = Coordinators();
        var first = members.Select(m => m.From).Concat(coordinators.Select(c => c.From)).DefaultIfEmpty().Min();
        if (first == default)
        {
            json.Fail("members", "nobody is in the group");
        }

        return Of(Enum.TryParse<GroupKind>(kind, out var known) ? known : GroupKind.Other, [new(Phase.Develop, first)], members) with
        {
            Standing = json.OneOf("standing", "standing", "carried", "supported") == "carried" ? Standing.Carried : Standing.Supported,
            Sunset = json.Day("sunset"),
            Guests = [.. guests.Select(g => (Name: g.Value("name"), Country: g.Value("country"))).Select(g => g.Name)],
            EuropeanTheme = json.OptionalText("europeanTheme"),
            Parents = json.Words("parents", "group", names.HasActionGroup),
        };
    }

    /// <summary>What both kinds have.</summary>
    private PackedGroup Of(GroupKind kind, IReadOnlyList<PhaseEntry> phases, IReadOnlyList<Membership> members)
    {
        var next = json.Item("next")?.Keys("date", "place", "title");
        return new()
        {
            Id = _id,
            Slug = slug,
            Kind = kind,
            Name = json.Text("name"),
            Summary = json.Text("summary"),
            Purpose = json.Text("purpose"),
            Communes = json.Words("communes", "commune", names.HasCommune),
            Phases = phases,
            NextAt = next is null ? null : Instant(next),
            NextVenue = next?.Text("place") ?? LocalizedText.Empty(),
            NextTitle = next?.Text("title") ?? LocalizedText.Empty(),
            Members = members,
            Coordinators = Coordinators(),
            Posts = [.. json.List("posts").Select(Post)],
        };
    }

    private PackItem? Ending(string key, params IEnumerable<string> more) => json.Item(key)?.Keys(["date", "reason", .. more]);

    private DateOnly? Horizon()
    {
        if (json.Optional("horizon") is not { } month)
        {
            return null;
        }

        if (PackWords.Date(month + "-01") is { } first)
        {
            return first;
        }

        json.Fail("horizon", $"«{month}» is no month");
        return null;
    }

    private List<PhaseEntry> Phases(bool closed)
    {
        List<PhaseEntry> phases = [];
        foreach (var entry in json.List("lifeHistory"))
        {
            entry.Keys("phase", "date");
            var since = entry.Day("date");
            if (phases is [.., var before] && since < before.Since)
            {
                entry.Fail("date", "lies before that of the phase before");
            }

            phases.Add(new(Life(entry, "phase"), since));
        }

        var life = Life(json, "life");
        if (phases.Count == 0 || phases[^1].Phase != life)
        {
            json.Fail("lifeHistory", $"does not end with «{life}»");
        }

        if (closed != life is Phase.Completed or Phase.Abandoned)
        {
            json.Fail("closed", "is filled when the life is Completed or Abandoned, and only then");
        }

        return phases;
    }

    private static Phase Life(PackItem item, string key) =>
        Enum.TryParse<Phase>(item.OneOf(key, "phase", nameof(Phase.Imagine), nameof(Phase.Develop), nameof(Phase.Complete), nameof(Phase.Completed), nameof(Phase.Abandoned)), out var phase) ? phase : Phase.Imagine;

    private Guid GroupId(PackItem item) => PackIds.Of("group", item.OneOf("slug", "group", Only(item.Optional("slug"), s => names.HasActionGroup(s) && s != slug)));

    private DateTimeOffset Instant(PackItem item) => item.Moment("date") is var wall ? clock.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : default;

    private static IEnumerable<string> Only(string? word, Func<string, bool> known) => word is not null && known(word) ? [word] : [];
}
