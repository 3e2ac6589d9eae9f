namespace Passerelle.Recruitment;

/// <summary>A link to an application, as it was mailed or opened.</summary>
public sealed class ApplicationLink
{
    private ApplicationLink()
    {
    }

    internal ApplicationLink(Guid application, string hash, DateTimeOffset at, bool proves) => (ApplicationId, Hash, At, Proves) = (application, hash, at, proves);

    public string Hash { get; private set; } = "";
    public Guid ApplicationId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>It was mailed, so that whoever follows it reads that mailbox.</summary>
    public bool Proves { get; private set; }
}
