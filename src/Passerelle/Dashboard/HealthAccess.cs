using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Dashboard;

internal static class HealthAccess
{
    /// <summary>Who says how a group fares: who coordinates it today, or the Director.</summary>
    public static bool MaySayHealth(this Visit visit, bool coordinates) => visit.Is(Role.Director) || (visit.Is(Role.Coordinator) && coordinates);
}
