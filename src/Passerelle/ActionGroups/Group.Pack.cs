using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups;

public sealed partial class Group
{
    /// <summary>A group as a pack tells of it: its past is taken over with its dates, and the public acts are recorded on them.</summary>
    internal static Group FromPack(PackedGroup pack, Func<DateOnly, Act> on)
    {
        var group = new Group
        {
            Id = pack.Id,
            Slug = pack.Slug,
            Type = pack.Kind,
            Name = pack.Name,
            Summary = pack.Summary,
            Purpose = pack.Purpose,
            Need = pack.Need,
            NeedSource = pack.NeedSource,
            Theme = pack.Theme,
            OtherThemes = [.. pack.OtherThemes],
            Communes = [.. pack.Communes],
            Horizon = pack.Horizon,
            Phase = pack.Phases[^1].Phase,
            Phases = [.. pack.Phases],
            PausedOn = pack.PausedOn,
            ClosedOn = pack.ClosedOn ?? pack.MergedOn,
            Reason = pack.Reason,
            SuccessorId = pack.MergedInto,
            NextAt = pack.NextAt,
            NextVenue = pack.NextVenue,
            NextTitle = pack.NextTitle,
            Limits = [.. pack.Limits],
            Members = [.. pack.Members],
            CoLeads = [.. pack.CoLeads],
            Coordinators = [.. pack.Coordinators],
            Requests = [.. pack.Requests],
            Standing = pack.Standing,
            Sunset = pack.Sunset,
            Guests = [.. pack.Guests],
            EuropeanTheme = pack.EuropeanTheme,
        };
        var ended = pack.MergedOn ?? pack.ClosedOn;
        group.Actions = [.. pack.Actions.Select(a => new CarriedAction { GroupId = group.Id, Action = a, From = pack.Phases[0].Since, Until = ended })];
        group.PairIncompleteSince = !group.IsAction || !group.IsActive || group.HasCompletePair ? null
            : group.CoLeads.Max(c => c.Until) ?? pack.Phases[0].Since;
        foreach (var (day, tell) in group.Past(pack, on).OrderBy(p => p.Day))
        {
            tell();
        }

        return group;
    }

    private IEnumerable<(DateOnly Day, Action Tell)> Past(PackedGroup pack, Func<DateOnly, Act> on)
    {
        var first = Phases[0].Since;
        yield return (first, () => Record(on(first), IsAction ? "group.created" : "group.derived", isPublic: true, data: [("kind", Type.ToString())]));
        foreach (var phase in Phases.Skip(1).Where(p => p.Phase is Phase.Develop or Phase.Complete))
        {
            yield return (phase.Since, () => Record(on(phase.Since), "group.moved", isPublic: true, data: [("phase", phase.Phase.ToString())]));
        }

        foreach (var member in Members)
        {
            yield return (member.From, () => Record(on(member.From), "group.member-joined", isPublic: true, person: member.PersonId, data: [("college", member.College.ToString())]));
            if (member.Until is { } left && SuccessorId is null)
            {
                yield return (left, () => Record(on(left), "group.member-left", isPublic: true, person: member.PersonId, data: [("college", member.College.ToString())]));
            }
        }

        foreach (var lead in CoLeads)
        {
            yield return (lead.From!.Value, () => Record(on(lead.From!.Value), "group.colead-appointed", isPublic: true, person: lead.PersonId, data: [("college", lead.College.ToString())]));
            if (lead.Until is { } left)
            {
                yield return (left, () => Record(on(left), "group.colead-left", isPublic: true, person: lead.PersonId, data: [("college", lead.College.ToString())]));
            }
        }

        foreach (var request in Requests)
        {
            yield return (DateOnly.FromDateTime(request.At.UtcDateTime), () => Record(new(request.PersonId, request.At), "group.join-asked", person: request.PersonId, personal: request.Word, data: [("college", request.College.ToString())]));
        }

        if (PausedOn is { } paused)
        {
            yield return (paused, () => Record(on(paused), "group.paused", isPublic: true));
        }

        if (pack.MergedOn is { } merged)
        {
            yield return (merged, () => Record(on(merged), "group.merged", isPublic: true, data: [("into", SuccessorId!.Value.ToString())]));
        }
        else if (ClosedOn is { } closed)
        {
            yield return (closed, () => Record(on(closed), Phase == Phase.Completed ? "group.completed" : "group.abandoned", isPublic: true));
        }
    }
}

/// <summary>One file of demo/groups, read and checked.</summary>
internal sealed record PackedGroup
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required GroupKind Kind { get; init; }
    public required LocalizedText Name { get; init; }
    public required LocalizedText Summary { get; init; }
    public required LocalizedText Purpose { get; init; }
    public LocalizedText Need { get; init; } = LocalizedText.Empty();
    public LocalizedText NeedSource { get; init; } = LocalizedText.Empty();
    public string? Theme { get; init; }
    public IReadOnlyList<string> OtherThemes { get; init; } = [];
    public required IReadOnlyList<string> Communes { get; init; }
    public IReadOnlyList<string> Actions { get; init; } = [];
    public DateOnly? Horizon { get; init; }
    public required IReadOnlyList<PhaseEntry> Phases { get; init; }
    public DateOnly? PausedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public DateOnly? MergedOn { get; init; }
    public Guid? MergedInto { get; init; }
    public LocalizedText Reason { get; init; } = LocalizedText.Empty();
    public required DateTimeOffset? NextAt { get; init; }
    public required LocalizedText NextVenue { get; init; }
    public required LocalizedText NextTitle { get; init; }
    public IReadOnlyList<CollegeLimit> Limits { get; init; } = [];
    public required IReadOnlyList<Membership> Members { get; init; }
    public IReadOnlyList<CoLead> CoLeads { get; init; } = [];
    public required IReadOnlyList<Coordination> Coordinators { get; init; }
    public IReadOnlyList<JoinRequest> Requests { get; init; } = [];
    public Standing? Standing { get; init; }
    public DateOnly? Sunset { get; init; }
    public IReadOnlyList<string> Guests { get; init; } = [];
    public LocalizedText EuropeanTheme { get; init; } = LocalizedText.Empty();
    public IReadOnlyList<string> Parents { get; init; } = [];
    public required IReadOnlyList<Post> Posts { get; init; }

    public bool IsActive => Kind == GroupKind.Action && MergedOn is null && Phases is [.., { Phase: Phase.Imagine or Phase.Develop or Phase.Complete }];
}
