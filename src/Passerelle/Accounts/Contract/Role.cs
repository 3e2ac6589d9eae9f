namespace Passerelle.Accounts.Contract;

/// <summary>
/// What somebody may be given for a time. Everyone with an account is a Citizen; Member and CoLead follow from
/// the groups.
/// </summary>
public static class Role
{
    public const string Administrator = nameof(Administrator);
    public const string Director = nameof(Director);
    public const string Coordinator = nameof(Coordinator);
    public const string CommunicationOfficer = nameof(CommunicationOfficer);
    public const string Translator = nameof(Translator);
    public const string Proofreader = nameof(Proofreader);
    public const string Moderator = nameof(Moderator);
    public const string PartnerDelegate = nameof(PartnerDelegate);
    public const string BodyMember = nameof(BodyMember);
    public const string Juror = nameof(Juror);

    public static IReadOnlyList<string> All { get; } =
        [Administrator, Director, Coordinator, CommunicationOfficer, Translator, Proofreader, Moderator, PartnerDelegate, BodyMember, Juror];

    /// <summary>Those who work at the agency: they have a workspace and are offered a second factor.</summary>
    public static IReadOnlyList<string> Staff { get; } =
        [Administrator, Director, Coordinator, CommunicationOfficer, Translator, Proofreader, Moderator];
}
