namespace Passerelle.Platform.Email;

/// <summary>When what causes the scope's mails happened: the event that is delivered, the run of a job that fell due.</summary>
public sealed class MailMoment
{
    public DateTimeOffset? At { get; set; }
}
