namespace Passerelle.Accounts.Contract;

/// <summary>The people whom the demonstration's sign-in page offers.</summary>
public static class DemoKeys
{
    public static IReadOnlyList<string> All { get; } =
    [
        "administrator", "director", "coordinator", "coordinator2", "communication", "translator", "proofreader", "moderator",
        "colead-elected", "colead-civil", "member-citizen", "member-technician", "partner", "body-member", "juror", "juror2", "citizen",
    ];
}
