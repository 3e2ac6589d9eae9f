using System.Globalization;
using Passerelle.Platform.Localization;
using Passerelle.Territory.Contract;

namespace Passerelle.Territory;

/// <summary>Names as titles write them, and figures with their units.</summary>
internal static class Names
{
    /// <summary>Versant français · Franse deelregio: the first letter large.</summary>
    public static string Of(SideCard side) => Large(side.Name.Read(Language.Content).Value);

    public static string Large(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    public static string Area(double km2) => Say.Number((decimal)Math.Round(km2, 1), 1) + "\u00a0km²";

    /// <summary>People on each square kilometre.</summary>
    public static double Density(CommuneCard commune) => commune.Population / commune.AreaKm2;

    public static string Density(double density) => Texts.T("density.value", Say.Number((long)Math.Round(density)));
}
