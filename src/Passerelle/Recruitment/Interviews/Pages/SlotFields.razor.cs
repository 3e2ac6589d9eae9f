using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Recruitment.Interviews.Pages;

public sealed partial class SlotFields
{
    /// <summary>What was typed; null when something is wrong at a field.</summary>
    internal static SlotPlan? Read(Form form, LocalizedText place)
    {
        var (day, time) = (form.Date("day"), form.Time("time"));
        var minutes = form.Number("minutes", InterviewSlot.LeastMinutes, InterviewSlot.MostMinutes);
        var room = form.Line("room", InterviewSlot.RoomLimit);
        var words = form.Localized("place", place, Vacancy.PlainLimit);
        var jurors = form.All("jurors").Select(j => Guid.TryParse(j, out var id) ? id : Guid.Empty).ToList();
        if (jurors.Distinct().Count() < InterviewSlot.LeastJurors)
        {
            form.Fail("jurors", T("rule.slot.jurors", InterviewSlot.LeastJurors));
        }

        return form.Ok ? new(day!.Value, time!.Value, minutes!.Value, room, words, jurors) : null;
    }

    internal static Form Fill(Form form, InterviewSlot slot)
    {
        form.With("day", slot.Day.Iso()).With("time", slot.Time.ToString("HH:mm", CultureInfo.InvariantCulture)).With("minutes", slot.Minutes.ToString(CultureInfo.InvariantCulture))
            .With("room", slot.Room).With("place", slot.Place);
        form.SetAll("jurors", slot.Jurors.Select(j => j.PersonId.ToString()));
        return form;
    }

    /// <summary>The panel of today.</summary>
    internal static async Task<IReadOnlyList<(string, string)>> Panel(Vacancy vacancy, People people)
    {
        List<Guid> seated = [.. vacancy.Panel.Where(j => j.LeftAt is null).OrderBy(j => j.Since).Select(j => j.PersonId)];
        var cards = await people.Cards(seated);
        return [.. seated.Select(j => (j.ToString(), cards.NameOf(j) ?? "…"))];
    }
}
