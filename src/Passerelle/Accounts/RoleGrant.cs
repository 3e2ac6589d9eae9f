namespace Passerelle.Accounts;

/// <summary>A role for a time; both days are included, and without an end it lasts.</summary>
internal sealed class RoleGrant
{
    private RoleGrant()
    {
    }

    internal RoleGrant(Guid person, string role, DateOnly from, DateOnly? until) =>
        (PersonId, Role, From, Until) = (person, role, from, until);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public string Role { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }

    public bool IsOn(DateOnly day) => From <= day && (Until is null || Until >= day);

    /// <summary>False when it is over already.</summary>
    internal bool EndBefore(DateOnly day)
    {
        if (Until < day)
        {
            return false;
        }

        Until = day.AddDays(-1);
        return true;
    }
}
