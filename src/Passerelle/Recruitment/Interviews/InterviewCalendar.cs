using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Passerelle.Platform.Localization;
using static Passerelle.Recruitment.Interviews.InterviewTexts;
using ICalendar = Ical.Net.Calendar;

namespace Passerelle.Recruitment.Interviews;

/// <summary>An interview as calendars take it (RFC 5545 and 5546), in the candidate's language.</summary>
internal static class InterviewCalendar
{
    public const string Request = "REQUEST";
    public const string Cancel = "CANCEL";

    public static string ContentType(string method) => $"text/calendar; charset=utf-8; method={method}";

    /// <param name="method">Whether it takes place, <see cref="Request"/>, or not, <see cref="Cancel"/>.</param>
    /// <param name="held">The interview and its slot.</param>
    /// <param name="vacancy">What it is for.</param>
    /// <param name="candidate">Who is invited, and in which language.</param>
    /// <param name="organizer">The address of who invites.</param>
    /// <param name="at">When it was said so.</param>
    public static byte[] Write(string method, HeldInterview held, Vacancy vacancy, Application candidate, string organizer, DateTimeOffset at)
    {
        using var _ = Language.In(candidate.Language);
        var (interview, slot) = held;
        var begin = slot.Day.ToDateTime(slot.Time);
        var calendar = new ICalendar { Method = method, ProductId = "-//Passerelle//Interviews//" + candidate.Language.ToUpperInvariant() };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(slot.Zone, begin.AddYears(-1), includeHistoricalData: false));
        var entry = new CalendarEvent
        {
            Uid = interview.Uid,
            Sequence = interview.Sequence,
            DtStamp = new CalDateTime(at.UtcDateTime),
            Start = new CalDateTime(begin, slot.Zone),
            End = new CalDateTime(slot.Day.ToDateTime(slot.Until), slot.Zone),
            Summary = T("calendar.summary", vacancy.Title.Read(Language.Content, TextState.Approved).Value),
            Location = T("calendar.location", slot.Room, slot.Place.Read(Language.Content).Value),
            Description = vacancy.Travel.Read(Language.Content, TextState.Approved).Value,
            Status = method == Cancel ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new Organizer("mailto:" + organizer) { CommonName = vacancy.Addressee.Read(Language.Content, TextState.Approved).Value },
        };
        entry.Attendees.Add(new Attendee("mailto:" + candidate.Email)
        {
            CommonName = candidate.Name,
            Role = ParticipationRole.RequiredParticipant,
            ParticipationStatus = EventParticipationStatus.NeedsAction,
            Rsvp = method == Request,
        });
        calendar.Events.Add(entry);
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }
}
