using System.Security.Cryptography;

namespace Passerelle.Bench;

internal enum Paper
{
    Cv,
    French,
    Dutch,
}

/// <summary>What the measured candidates send: a CV of two pages and a letter of one in each language, no two alike, and the same again for the same number.</summary>
internal static class Papers
{
    private const int Wide = 70;
    private const int LinesOfPage = 42;
    private const int SentencesOfLetter = 11;

    private static readonly string[] FrenchLetter =
    [
        "Je vous adresse ma candidature au poste que vous avez publié, parce que le travail de part et d'autre de la frontière est le mien depuis longtemps.",
        "J'ai conduit des projets qui réunissaient des communes, des associations et des habitants qui ne parlaient pas toujours la même langue.",
        "Ce que j'y ai appris tient en peu de mots : écouter d'abord, écrire ensuite, et ne promettre que ce que l'on peut tenir.",
        "Un réseau de pistes cyclables le long de la rivière a vu le jour après trois ans de réunions, de relevés et de compromis.",
        "Je sais préparer un budget, suivre une convention et rendre compte à ceux qui financent comme à ceux qui attendent.",
        "La mobilité, l'eau et l'énergie demandent des réponses communes, car ni l'une ni l'autre ne s'arrête à un poste de douane.",
        "Mon néerlandais est celui de tous les jours : je l'écris avec soin, et je continue à prendre des cours chaque semaine.",
        "Je me réjouirais de travailler avec les groupes d'action, qui font connaître le territoire mieux que toute brochure.",
        "Les élus avec qui j'ai travaillé vous diront que je tiens les délais et que je préviens à temps lorsque ce n'est pas possible.",
        "Mes disponibilités me permettent de commencer à la date indiquée et de me déplacer dans les trois arrondissements.",
        "Je serais heureuse de vous exposer ma manière de travailler lors d'un entretien et je vous remercie de votre attention.",
        "Depuis cinq ans, j'anime des ateliers où chacun apporte ce qu'il connaît de son quartier, de son école ou de son entreprise.",
        "Il m'importe que les habitants sachent ce qui a été décidé, pourquoi, et comment ils peuvent encore être entendus.",
        "Je joins les pièces demandées et reste à votre disposition pour tout renseignement que vous jugeriez utile.",
    ];

    private static readonly string[] DutchLetter =
    [
        "Ik stel mij kandidaat voor de functie die u hebt gepubliceerd, want het werk aan beide zijden van de grens is al lang het mijne.",
        "Ik heb projecten geleid waarin gemeenten, verenigingen en inwoners samenwerkten die niet altijd dezelfde taal spraken.",
        "Wat ik daar heb geleerd, is kort te zeggen: eerst luisteren, daarna schrijven, en alleen beloven wat men kan waarmaken.",
        "Na drie jaar van vergaderingen, metingen en compromissen is er een net van fietspaden langs de rivier gekomen.",
        "Ik kan een begroting opstellen, een overeenkomst opvolgen en verslag uitbrengen aan wie betaalt en aan wie wacht.",
        "Mobiliteit, water en energie vragen gemeenschappelijke antwoorden, want geen ervan houdt op aan een slagboom.",
        "Mijn Frans is dat van elke dag: ik schrijf het met zorg en volg nog iedere week les om het beter te spreken.",
        "Ik werk graag met de actiegroepen, die het gebied beter bekend maken dan welke brochure ook.",
        "De verkozenen met wie ik heb gewerkt, zullen u zeggen dat ik termijnen naleef en tijdig waarschuw wanneer dat niet lukt.",
        "Ik ben beschikbaar vanaf de vermelde datum en verplaats mij zonder moeite in de drie arrondissementen.",
        "Graag licht ik mijn manier van werken toe in een gesprek, en ik dank u voor uw aandacht.",
        "Sinds vijf jaar begeleid ik werkgroepen waarin iedereen inbrengt wat hij weet van zijn buurt, zijn school of zijn bedrijf.",
        "Het is voor mij belangrijk dat inwoners weten wat er is beslist, waarom, en hoe zij nog gehoord kunnen worden.",
        "De gevraagde stukken voeg ik toe en ik blijf tot uw beschikking voor alle inlichtingen die u nuttig acht.",
    ];

    private static readonly string[] FrenchWork = ["chargée de mission à la mobilité", "coordinatrice d'un programme européen", "cheffe de projet en aménagement", "conseillère auprès des communes", "responsable de la concertation", "assistante de direction"];
    private static readonly string[] DutchWork = ["projectmedewerker mobiliteit", "coördinator van een Europees programma", "projectleider ruimtelijke ordening", "adviseur van gemeenten", "verantwoordelijke voor inspraak", "directieassistent"];
    private static readonly string[] Places = ["Lille", "Kortrijk", "Tournai", "Roubaix", "Tourcoing", "Ieper", "Mouscron", "Roeselare", "Menen", "Armentières"];

    public static string LanguageOf(int number) => number % 2 == 0 ? "fr" : "nl";

    public static string NameOf(int number) => (number % 2 == 0 ? "Maëlle D'Hondt " : "Jeroen Vandekerkhove ") + number;

    public static byte[] Of(int number, Paper paper)
    {
        var random = new Random((number * 3) + (int)paper);
        return paper switch
        {
            Paper.French => LargePdf.Of(number, [Letter(random, number, "Madame, Monsieur,", FrenchLetter)]),
            Paper.Dutch => LargePdf.Of(number, [Letter(random, number, "Geachte mevrouw, geachte heer,", DutchLetter)]),
            _ => LargePdf.Of(number, [.. Cv(random, number)]),
        };
    }

    public static string Sha256(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static List<string> Letter(Random random, int number, string hello, string[] sentences)
    {
        string[] shuffled = [.. sentences];
        random.Shuffle(shuffled);
        return [hello, "", .. shuffled.Take(SentencesOfLetter).SelectMany(Wrapped), "", NameOf(number)];
    }

    private static IEnumerable<IReadOnlyList<string>> Cv(Random random, int number)
    {
        var (work, sentences, title) = LanguageOf(number) == "fr" ? (FrenchWork, FrenchLetter, "Parcours professionnel") : (DutchWork, DutchLetter, "Loopbaan");
        List<string> lines = [NameOf(number), "", title, ""];
        for (var year = 2020; lines.Count < 2 * LinesOfPage; year -= 1 + random.Next(2))
        {
            lines.Add($"{year}, {work[random.Next(work.Length)]}, {Places[random.Next(Places.Length)]}");
            lines.AddRange(Wrapped(sentences[random.Next(sentences.Length)]));
            lines.Add("");
        }

        return lines.Take(2 * LinesOfPage).Chunk(LinesOfPage);
    }

    private static IEnumerable<string> Wrapped(string sentence)
    {
        var line = "";
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length + word.Length > Wide)
            {
                yield return line;
                line = "";
            }

            line += (line.Length == 0 ? "" : " ") + word;
        }

        yield return line;
    }
}
