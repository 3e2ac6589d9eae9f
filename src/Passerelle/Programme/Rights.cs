using Passerelle.Platform.Web;

namespace Passerelle.Programme;

/// <summary>Who may what with the programme: everybody reads what is validated, staff what is being prepared.</summary>
internal static class Rights
{
    private static readonly string[] Readers = ["Director", "Coordinator", "CommunicationOfficer", "Translator", "Proofreader"];

    public static bool MayRead(this Visit visit) => visit.Is(Readers);

    public static bool MayRead(this Visitor visitor) => visitor.Is(Readers);

    public static bool MayEdit(this Visit visit) => visit.Is("Director");
}
