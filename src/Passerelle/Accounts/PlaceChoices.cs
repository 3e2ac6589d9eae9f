using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;

namespace Passerelle.Accounts;

/// <summary>The sides and communes that a person may say to live in, as of today.</summary>
public sealed record PlaceChoices(IReadOnlyList<(string Value, string Label)> Sides, IReadOnlyList<(string Value, string Label)> Communes, CommuneList List)
{
    public static async Task<PlaceChoices> Of(Communes communes, Clock clock)
    {
        var list = await communes.On(clock.Today);
        return new([.. list.Sides.Select(s => (s.Code, s.Name.Read(Language.Content).Value))], [.. list.All.Select(c => (c.Code, c.Here))], list);
    }

    /// <summary>What was chosen: a commune brings its side along, and the two must agree.</summary>
    internal (string? Side, string? Commune) Read(Form form, string? keptCommune = null)
    {
        var (side, commune) = (form["side"].OrNull(), form["commune"].OrNull());
        if (side is not null && List.SideOf(side) is null)
        {
            form.Fail("side", Texts.T("side.choose"));
        }

        if (commune is not null && !List.Has(commune) && commune != keptCommune)
        {
            form.Fail("commune", Texts.T("commune.choose"));
        }
        else if (commune is not null && side is not null && List[commune]?.Side is { } lies && lies != side)
        {
            form.Fail("commune", Texts.T("commune.side", List[commune]!.Here, List.SideOf(lies)!.Name.Read(Language.Content).Value));
        }

        return (side ?? (commune is null ? null : List[commune]?.Side), commune);
    }
}
