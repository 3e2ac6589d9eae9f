using CsCheck;
using Passerelle.Kernels.Translation.Checks;
using Passerelle.Kernels.Translation.Distance;
using Check = Passerelle.Kernels.Translation.Checks.Check;

namespace Passerelle.Kernels.Translation.Tests.Checks;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("Le budget est de 1 234,56 €.", "Het budget bedraagt 1.234,56 euro.")]
    [InlineData("Il y a 2,1 millions d’habitants et 155 communes.", "Er zijn 2,1 miljoen inwoners en 155 gemeenten.")]
    [InlineData("Un budget de 2,5 millions d’euros.", "Een budget van 2.500.000 euro.")]
    [InlineData("Un budget de 12 M€.", "Een budget van € 12 miljoen.")]
    [InlineData("Le 1er mars 2026 à 9h30.", "Op 1 maart 2026 om 9.30 uur.")]
    [InlineData("Le 12 mars 2026 à 14 h.", "Op 12/03/2026 om 14 uur.")]
    [InlineData("En août 2026, à 18 heures.", "In augustus 2026, om 18.00 uur.")]
    [InlineData("Du 3 mai à 9 h 05.", "Van 3 mei om 9:05.")]
    [InlineData("Trois groupes, 2 réunions.", "3 groepen, twee vergaderingen.")]
    [InlineData("Voir l’article 3.2, tél. 0472.", "Zie artikel 3.2, tel. 0472.")]
    [InlineData("1 234 567 habitants et 5 %.", "1 234 567 inwoners en 5%.")]
    [InlineData("Le 2026-03-12.", "Op 12 maart 2026.")]
    [InlineData("La 3e édition, 2008-2026.", "De 3de editie, 2008-2026.")]
    [InlineData("De 9 h à 18 h, entre 8 h 15 et 8 h 45.", "Van 9 tot 18 uur, tussen 8.15 en 8.45 uur.")]
    public void Numbers_dates_times_and_amounts_are_equal_across_French_and_Dutch(string french, string dutch)
    {
        Assert.Empty(Rules(french, dutch, "fr", "nl"));
        Assert.Empty(Rules(dutch, french, "nl", "fr"));
    }

    [Theory]
    [InlineData("Het is 1.234,56 euro op 3 mei 2026 om 14.30 uur.", "It is €1,234.56 on May 3, 2026 at 2:30 p.m.")]
    [InlineData("Op 3 mei om 9 uur.", "On the 3rd of May at 9 am.")]
    [InlineData("1.000 mensen, 3,5 km.", "1,000 people, 3.5 km.")]
    [InlineData("Om 0.30 uur en om 12.30 uur.", "At 12:30 a.m. and at 12:30 p.m.")]
    [InlineData("Om 0.00 uur en om 12 uur.", "At 12 a.m. and at 12 p.m.")]
    public void And_into_English(string dutch, string english) => Assert.Empty(Rules(dutch, english, "nl", "en"));

    [Theory]
    [InlineData("Il y a 12 vélos.", "Er zijn 13 fietsen.", CheckRule.NumberMissing, "12", CheckRule.NumberExtra, "13")]
    [InlineData("Le 3 mars.", "Op 3 april.", CheckRule.DateMissing, "--03-03", CheckRule.DateExtra, "--04-03")]
    [InlineData("À 9h30.", "Om 9.00 uur.", CheckRule.TimeMissing, "09:30", CheckRule.TimeExtra, "09:00")]
    [InlineData("Pour 10 euros.", "Voor 10 dollar.", CheckRule.AmountMissing, "10 EUR", CheckRule.AmountExtra, "10 USD")]
    [InlineData("Soit 3,2 km.", "Dus 3.2 km.", CheckRule.NumberMissing, "3.2", CheckRule.NumberExtra, "3.2")]
    [InlineData("Soit 1 234 km.", "Dus 1,234 km.", CheckRule.NumberMissing, "1234", CheckRule.NumberExtra, "1.234")]
    public void What_differs_is_found_with_its_value(string french, string dutch, string missing, string value, string extra, string other)
    {
        var found = Check.All(french, dutch, new("fr", "nl")).Where(f => f.Data.ContainsKey("value")).ToList();
        Assert.Equal([(missing, value), (extra, other)], found.Select(f => (f.Rule, f.Data["value"])));
        Assert.Equal((true, false), (found[0].Source is not null, found[0].Target is not null));
        Assert.Equal((false, true), (found[1].Source is not null, found[1].Target is not null));
    }

    [Fact]
    public void A_number_written_in_the_way_of_either_language_is_the_same() => Gen.Select(Gen.Int[0, 9_999_999], Gen.Int[1, 99], Pick.Of(' ', '\u00A0', '\u202F'), Pick.Of<char?>('.', ' ', null)).Sample((whole, cents, french, dutch) =>
    {
        var value = $"{whole}.{cents:00}";
        Assert.Empty(Rules($"Soit {WrittenNumber.Write(value, "fr", french)} kg.", $"Dus {WrittenNumber.Write(value, "nl", dutch)} kg.", "fr", "nl"));
        Assert.NotEmpty(Rules($"Soit {WrittenNumber.Write(value, "fr", french)} kg.", $"Dus {WrittenNumber.Write($"{whole + 1}.{cents:00}", "nl", dutch)} kg.", "fr", "nl"));
    });

    private static List<string> Rules(string source, string target, string from, string to) =>
        [.. Check.All(source, target, new(from, to)).Where(f => f.Data.ContainsKey("value")).Select(f => $"{f.Rule} {f.Data["value"]}")];
}
