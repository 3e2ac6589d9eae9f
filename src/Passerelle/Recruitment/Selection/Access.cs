using Passerelle.Platform.Data;

namespace Passerelle.Recruitment.Selection;

/// <summary>Somebody looked at what a candidate sent: at one document, or for the first time at who they are. One row each time, so that nothing waits for another.</summary>
public sealed class Access : Root
{
    private Access()
    {
    }

    public Guid ApplicationId { get; private set; }
    public Guid ReaderId { get; private set; }

    /// <summary>The document that was fetched; none where the anonymous reading ended.</summary>
    public Guid? DocumentId { get; private set; }
    public DateTimeOffset At { get; private set; }

    protected override string Kind => "selection";

    protected override Guid Subject => ApplicationId;

    /// <summary>A document is fetched from the vault.</summary>
    public static Access Fetch(ApplicationDocument document, Guid reader, Act act)
    {
        var access = new Access { ApplicationId = document.ApplicationId, ReaderId = reader, DocumentId = document.Id, At = act.At };
        access.Record(act, "selection.fetched", data: [("document", document.Id.ToString())]);
        return access;
    }

    /// <summary>A juror ends their anonymous reading of an application: from now on they see who it is.</summary>
    public static Access Open(Guid id, Guid application, Guid reader, Act act)
    {
        var access = new Access { Id = id, ApplicationId = application, ReaderId = reader, At = act.At };
        access.Record(act, "selection.opened");
        return access;
    }
}
