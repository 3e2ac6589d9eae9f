using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Projects;

public sealed partial class Link
{
    public Guid? FromGroup { get; private set; }
    public Guid? FromProject { get; private set; }
    public Guid? FromStage { get; private set; }
    public Guid? ToGroup { get; private set; }
    public Guid? ToProject { get; private set; }
    public Guid? ToStage { get; private set; }
    public string? ToPartner { get; private set; }

    /// <summary>What no other open link has; null once it is closed.</summary>
    public string? OpenKey { get; private set; }

    public LinkEnd From => FromStage is { } stage ? LinkEnd.Stage(stage) : FromProject is { } project ? LinkEnd.Project(project) : LinkEnd.Group(FromGroup!.Value);

    public LinkEnd To => ToPartner is { } partner ? LinkEnd.Partner(partner)
        : ToStage is { } stage ? LinkEnd.Stage(stage)
        : ToProject is { } project ? LinkEnd.Project(project)
        : LinkEnd.Group(ToGroup!.Value);

    /// <summary>An end that was merged into another group is that one from now on.</summary>
    public void Follow(LinkEnd from, LinkEnd to, Act act)
    {
        if ((from, to) != (From, To))
        {
            Join(from, to);
            Record(act, "link.followed", isPublic: State == LinkState.Accepted, data: Data());
        }
    }

    /// <summary>By a merger it has become one with another link, or leads back to itself.</summary>
    public void Fall(LocalizedText reason, Act act) => Cease("link.fell", reason, act);

    /// <summary>What stood at one of its ends goes on no longer.</summary>
    public void Lapse(LocalizedText reason, Act act) => Cease("link.lapsed", reason, act);

    private void Cease(string name, LocalizedText reason, Act act)
    {
        var wasPublic = State == LinkState.Accepted;
        (State, Reason, OpenKey) = (wasPublic ? LinkState.Ended : LinkState.Withdrawn, reason, null);
        Record(act, name, isPublic: wasPublic, data: Data());
    }

    private void Join(LinkEnd from, LinkEnd to)
    {
        (FromGroup, FromProject, FromStage) = (Of(from, LinkEndKind.Group), Of(from, LinkEndKind.Project), Of(from, LinkEndKind.Stage));
        (ToGroup, ToProject, ToStage, ToPartner) = (Of(to, LinkEndKind.Group), Of(to, LinkEndKind.Project), Of(to, LinkEndKind.Stage), to.Code);
        OpenKey = LinkKinds.KeyOf(Type, from, to);
    }

    private static Guid? Of(LinkEnd end, LinkEndKind kind) => end.Kind == kind ? end.Id : null;

    private (string, string?)[] Data() => [("kind", Type.ToString()), ("from", From.ToString()), ("to", To.ToString())];
}
