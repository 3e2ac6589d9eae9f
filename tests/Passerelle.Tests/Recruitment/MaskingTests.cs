using Passerelle.Recruitment.Selection;

namespace Passerelle.Tests.Recruitment;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("Écrit par Élodie.", "Écrit par █████.")]
    [InlineData("ELODIE DE SMET", "█████ █████")]
    [InlineData("Madame de Smet de Lille", "Madame █████ de Lille")]
    [InlineData("E L O D I E   S M E T", "█████   █████")]
    [InlineData("elodiesmet sur le réseau", "█████ sur le réseau")]
    [InlineData("Elo-\ndie écrit", "█████ écrit")]
    [InlineData("E\u0301lodie compose\u0301e", "█████ composée")]
    [InlineData("Smets werk", "█████ werk")]
    [InlineData("smetteloos werk", "smetteloos werk")]
    [InlineData("Pseudo edesmet75 partout", "Pseudo █████ partout")]
    public void Each_word_of_the_name_goes_in_whatever_way_it_is_written(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text, "Élodie de Smet", "edesmet75@courrier.example"));

    [Theory]
    [InlineData("contact : e.s@courrier.example !", "contact : █████ !")]
    [InlineData("e.s (at) courrier.example", "█████")]
    [InlineData("Tél. +32 475 12 34 56, le soir", "Tél. █████, le soir")]
    [InlineData("+33 (0)6 12 34 56 78", "█████")]
    [InlineData("0032475123456", "█████")]
    [InlineData("06 12 34 56 78", "█████")]
    [InlineData("06.12.34.56.78", "█████")]
    [InlineData("GSM0475/12.34.56", "GSM█████")]
    [InlineData("0475 12 34 56 / 056 22 33 44", "█████ / █████")]
    [InlineData("(056) 22 33 44", "█████")]
    [InlineData("voir https://www.linkedin.com/in/xyz et", "voir █████ et")]
    [InlineData("linkedin.com/in/xyz", "█████")]
    [InlineData("monsite.be", "█████")]
    public void Addresses_and_numbers_by_which_one_is_reached_go(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text, "Camille Dervaux", "cd@courrier.example"));

    [Theory]
    [InlineData("12 rue des Lilas, 59000 Lille", "█████, █████")]
    [InlineData("12 bis, avenue du Général de Gaulle\nLille", "█████\nLille")]
    [InlineData("Rue de la Loi 16 bte 3, 1000 Bruxelles", "█████, █████")]
    [InlineData("3, place du Marché", "█████")]
    [InlineData("Doorniksestraat 63, 8500 Kortrijk", "█████, █████")]
    [InlineData("Grote Markt 1 bus 2", "█████")]
    [InlineData("Koningin Astridlaan 12", "█████")]
    [InlineData("B-7500 Tournai", "█████")]
    [InlineData("59100 ROUBAIX", "█████")]
    [InlineData("59650 Villeneuve-d’Ascq", "█████")]
    [InlineData("2018 Antwerpen", "█████")]
    [InlineData("Lille (59000)", "█████")]
    public void Postal_addresses_go(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text, "Camille Dervaux", "cd@courrier.example"));

    [Theory]
    [InlineData("2015 Master en développement territorial")]
    [InlineData("01/02/2015 - 03/04/2016 : coordination")]
    [InlineData("04/2015 - 06/2016")]
    [InlineData("De 2010 à 2015, mise en place de réseaux")]
    [InlineData("Master (2015)")]
    [InlineData("Budget de 1 500 000 euros, 12 partenaires")]
    [InlineData("Twee jaar onderweg naar 3 projecten")]
    public void What_tells_nothing_of_the_person_stays(string text) =>
        Assert.Equal(text, Masking.Mask(text, "Camille Dervaux", "cd@courrier.example"));

    [Fact]
    public void Pages_stay_apart_and_a_long_text_is_masked_in_time()
    {
        Assert.Equal("█████\f█████", Masking.Mask("Camille\fDervaux", "Camille Dervaux", "cd@courrier.example"));
        var text = string.Concat(Enumerable.Repeat("Rue Camille de van der 12 Aa Bb Cc 0475 + 00 in/x straat laan ", 2000));
        Assert.DoesNotContain("Camille", Masking.Mask(text, "Camille Dervaux", "cd@courrier.example"), StringComparison.Ordinal);
        Assert.Equal("", Masking.Mask("", "", ""));
    }
}
