using Microsoft.AspNetCore.Components;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web.Components;

namespace Passerelle.Platform.Web.Design;

public partial class DesignPage
{
    [CascadingParameter] public FrameInfo? Info { get; set; }

    /// <summary>The words of a sample, in the language of the interface.</summary>
    internal static string S(string fr, string nl, string en) => Language.Interface switch { "nl" => nl, "en" => en, _ => fr };

    internal static LocalizedText LongName { get; } = LocalizedText.Of(
        "nl", ("nl", "Grensoverschrijdende samenwerkingsovereenkomsten"), ("fr", "Conventions de coopération transfrontalière"));

    private static PairMember Marie => new("Marie Delannoy", S("élue · versant français", "verkozene · Franse deelregio", "elected · French side"), "#");

    private static PairMember Joris => new("Joris Van den Broucke", S("société civile · versant flamand", "middenveld · Vlaamse deelregio", "civil society · Flemish side"), "#");

    private static LifeStep[] Life(string second) =>
    [
        new(S("Imaginer", "Bedenken", "Imagine"), "done", S("depuis mars 2018", "sinds maart 2018", "since March 2018")),
        new(S("Développer", "Uitwerken", "Develop"), second, second == "now" ? S("4 projets en cours", "4 projecten lopen", "4 projects under way") : S("en pause depuis le 4 janvier", "gepauzeerd sinds 4 januari", "paused since 4 January")),
        new(S("Faire aboutir", "Realiseren", "Complete"), "next", S("prévu en 2023", "gepland in 2023", "planned for 2023")),
    ];

    private static TimelineItem[] Steps =>
    [
        new(S("Inventaire des berges accessibles", "Inventaris van de toegankelijke oevers", "Inventory of the accessible banks"), S("terminé le 12 juin 2020", "klaar op 12 juni 2020", "finished on 12 June 2020"), Note: S("214 km relevés", "214 km opgemeten", "214 km surveyed"), State: "done"),
        new(S("Pose des 60 premières bornes", "Plaatsing van de eerste 60 palen", "Placing the first 60 posts"), S("prévue le 15 janvier 2021", "gepland op 15 januari 2021", "planned for 15 January 2021"), State: "late", Tag: S("12 jours de retard", "12 dagen te laat", "12 days late")),
        new(S("Fête de la boucle", "Feest van de lus", "Festival of the loop"), S("en préparation", "in voorbereiding", "being prepared"), "Marie Delannoy", "#", State: "now"),
        new(S("Évaluation", "Evaluatie", "Evaluation"), Say.MonthYear(new(2023, 6, 1))),
    ];

    private static BarPart[] Colleges(int elected, int civil, int citizens, int technicians) =>
    [
        new(S("élus", "verkozenen", "elected"), elected, "elected"),
        new(S("société civile", "middenveld", "civil society"), civil, "civil"),
        new(S("citoyens", "burgers", "citizens"), citizens, "citizen"),
        new(S("techniciens", "technici", "technicians"), technicians, "technician"),
    ];

    private static BarPart[] Sides =>
    [
        new(S("versant français", "Franse deelregio", "French side"), 15, "side-1"),
        new(S("versant flamand", "Vlaamse deelregio", "Flemish side"), 13, "side-2"),
        new(S("versant wallon", "Waalse deelregio", "Walloon side"), 10, "side-3"),
    ];

    private static Stat[] Stats =>
    [
        new(Say.Number(155), S("communes", "gemeenten", "communes")),
        new(Say.Number(2_155_161), S("habitants", "inwoners", "inhabitants"), S("compté au 1er janvier 2021 ; 2,1 millions déclarés", "geteld op 1 januari 2021; 2,1 miljoen opgegeven", "counted on 1 January 2021; 2.1 million declared")),
        new(Say.Number(14), S("partenaires", "partners", "partners")),
        new(Say.Percent(.42), S("des textes écrits d’abord en néerlandais", "van de teksten eerst in het Nederlands geschreven", "of texts first written in Dutch")),
    ];

    private static FilterLink[] Filters =>
    [
        new(S("Tous", "Alle", "All"), "#", true, 24),
        new(S("Durable", "Duurzaam", "Sustainable"), "#", false, 11),
        new(S("Solidaire", "Solidair", "Solidarity"), "#", false, 8),
        new(S("Innovant", "Innovatief", "Innovative"), "#", false, 5),
    ];
}
