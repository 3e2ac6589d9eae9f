using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>What the forms that bring somebody into a college need to know.</summary>
/// <param name="Mandate">The person's present local mandate, if any.</param>
/// <param name="Charter">The charter to accept; none when the person accepted the one in force.</param>
/// <param name="Communes">Where a mandate may be held.</param>
/// <param name="Partners">Where else a mandate may be held.</param>
public sealed record JoiningFacts(MandateCard? Mandate, CharterCard? Charter, CommuneList Communes, IReadOnlyList<PartnerCard> Partners)
{
    public bool HasMandate => Mandate is not null;
}

/// <summary>What is the same for whoever asks, is invited, or is confirmed: college, organisation, mandate, charter.</summary>
internal sealed class Joining(Charter charter, Mandates mandates, Communes communes, Partners partners)
{
    /// <summary>What to ask of a person; of nobody yet when the address has no account.</summary>
    public async Task<JoiningFacts> Facts(Guid? person, DateOnly today, CancellationToken stop = default)
    {
        var held = person is { } id ? (await mandates.Of([id], stop))[id].FirstOrDefault(m => m.IsOn(today)) : null;
        var accepted = person is { } known && await charter.HasAccepted(known, stop);
        return new(held, accepted ? null : await charter.Current(stop), await communes.On(today, stop), await partners.All(stop));
    }

    /// <summary>The organisation where the college asks for one; else nothing is kept.</summary>
    public static string? Organisation(Form form, College? college) =>
        college is College.CivilSociety or College.Technician ? form.Line("organisation") is { Length: > 0 } name ? name : null : null;

    /// <summary>The mandate that somebody declares in the form, when the college asks for one and none is held.</summary>
    public static DeclaredMandate? Mandate(Form form, College? college, JoiningFacts facts, DateOnly today)
    {
        if (college != College.Elected || facts.HasMandate)
        {
            return null;
        }

        var function = form.Line("function");
        var (commune, partner) = Place(form, facts);
        var until = form.Date("until");
        if (until < today)
        {
            form.Fail("until", T("mandate.past"));
        }

        return form.Ok ? new(LocalizedText.Of(Language.Content, (Language.Content, function)), commune, partner, until!.Value) : null;
    }

    /// <summary>The charter accepted by a tick, unless it was before.</summary>
    public static void AskCharter(Form form, JoiningFacts facts)
    {
        if (facts.Charter is not null && !form.Ticked("charter"))
        {
            form.Fail("charter", T("join.charter.required"));
        }
    }

    /// <summary>Adds to the coming save that the person accepted the charter and holds the mandate declared.</summary>
    public async Task Note(Guid person, DeclaredMandate? mandate, DateOnly today, Act act, CancellationToken stop = default)
    {
        await charter.Accept(person, stop);
        await Declare(person, mandate, today, act);
    }

    public async Task Declare(Guid person, DeclaredMandate? mandate, DateOnly today, Act act)
    {
        if (mandate is not null)
        {
            await mandates.Declare(person, mandate.Function, mandate.Commune, mandate.Partner, today, mandate.Until, act);
        }
    }

    private static (string? Commune, string? Partner) Place(Form form, JoiningFacts facts)
    {
        var chosen = form["place"];
        if (chosen.StartsWith("commune:", StringComparison.Ordinal) && facts.Communes.Has(chosen[8..]))
        {
            return (chosen[8..], null);
        }

        if (chosen.StartsWith("partner:", StringComparison.Ordinal) && facts.Partners.Any(p => p.Id == chosen[8..]))
        {
            return (null, chosen[8..]);
        }

        form.Fail("place", T("mandate.place.choose"));
        return (null, null);
    }
}

/// <summary>A local mandate as its holder declares it, with the function in their own language.</summary>
internal sealed record DeclaredMandate(LocalizedText Function, string? Commune, string? Partner, DateOnly Until);
