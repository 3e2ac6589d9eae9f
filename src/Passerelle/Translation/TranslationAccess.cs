using Passerelle.Accounts.Contract;
using Passerelle.Platform.Web;

namespace Passerelle.Translation;

/// <summary>Who works at the desk. What they may read there depends on the text.</summary>
internal static class TranslationAccess
{
    /// <summary>Those who translate, those who read over, and those whose texts they are.</summary>
    public static bool MayWork(Visitor who) => who.Is(Role.Translator, Role.Proofreader, Role.Coordinator, Role.CommunicationOfficer, Role.Director);

    /// <summary>They may read every text that is not confidential, and share the work out.</summary>
    public static bool MayAssign(Visitor who) => who.Is(Role.Coordinator, Role.Director);

    public static bool MayProofread(Visitor who) => who.Is(Role.Proofreader, Role.Coordinator, Role.Director);
}
