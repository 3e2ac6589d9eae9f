using Passerelle.Kernels.Translation.Checks;

namespace Passerelle.Kernels.Translation.Tests.Checks;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("fr", "Tissons des liens, créons des ponts entre nos territoires.")]
    [InlineData("fr", "La mobilité douce et les transports publics transfrontaliers")]
    [InlineData("fr", "Une plateforme socio-économique au service des entreprises.")]
    [InlineData("fr", "L’Assemblée adopte le rapport annuel d’activité à l’unanimité.")]
    [InlineData("fr", "Veuillez remplir ce champ avant de continuer.")]
    [InlineData("nl", "Banden smeden en bruggen bouwen over de grenzen heen.")]
    [InlineData("nl", "Zachte mobiliteit en openbaar vervoer over de grens")]
    [InlineData("nl", "Een sociaal-economisch platform ten dienste van bedrijven.")]
    [InlineData("nl", "De Algemene Vergadering keurt het jaarverslag eenparig goed.")]
    [InlineData("nl", "Vul dit veld in voor u verdergaat, alstublieft.")]
    [InlineData("en", "Weaving links and building bridges across our borders.")]
    [InlineData("en", "The assembly unanimously adopted its annual report.")]
    [InlineData("en", "Please fill in this field before you continue.")]
    [InlineData("de", "Wir knüpfen Bande und bauen Brücken über die Grenzen hinweg.")]
    [InlineData("de", "Die Versammlung nahm den Jahresbericht einstimmig an.")]
    [InlineData("de", "Bitte füllen Sie dieses Feld aus, bevor Sie fortfahren.")]
    public void The_language_of_a_sentence_is_known(string language, string text) => Assert.Equal(language, LanguageDetector.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("Parc bleu")]
    [InlineData("Lille Kortrijk Tournai Menen Mouscron")]
    [InlineData("12 345 {0} %s https://example.eu/le/parc/est/ouvert")]
    [InlineData("plan budget format station")]
    public void Names_numbers_and_a_few_words_say_nothing(string text) => Assert.Null(LanguageDetector.Of(text));
}
