using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>A row that was looked at: whom it invites, or why not.</summary>
public sealed record CheckedRow(ListRow Row, Invitee? Invitee, IReadOnlyList<string> Reasons);

/// <summary>Judges whom a coordinator wants to invite, one or a whole list, and sends.</summary>
internal sealed class Inviting(PlatformDb db, People people)
{
    private const int Longest = 200;

    private static readonly Lazy<Dictionary<string, College>> Colleges = new(WordsForColleges);

    /// <summary>Looks at each row; each reason is in the reader's language.</summary>
    public async Task<IReadOnlyList<CheckedRow>> Check(Group group, IReadOnlyList<ListRow> rows, DateTimeOffset now)
    {
        var cards = await people.Cards(group.Present.Select(m => m.PersonId));
        var members = cards.Values.Where(c => !c.Erased).Select(c => Invitation.KeyOf(c.Email)).ToHashSet(StringComparer.Ordinal);
        var keys = rows.Select(r => Invitation.KeyOf(r.Email)).Distinct().ToList();
        var invited = (await db.Set<Invitation>().AsNoTracking().Where(i => i.GroupId == group.Id && i.State == InvitationState.Open && i.ExpiresAt > now && keys.Contains(i.EmailKey))
            .Select(i => i.EmailKey).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. rows.Select(row => Check(row, members, invited, seen))];
    }

    /// <summary>
    /// Invites all of them, or nobody. An invitation that expired unanswered makes room for the new one. The first
    /// takes the form's id, so that a second sending is recognised.
    /// </summary>
    public Task Send(Guid once, Group group, IReadOnlyList<Invitee> invitees, Act act) => db.InOneTransaction(async () =>
    {
        var keys = invitees.Select(i => Invitation.KeyOf(i.Email)).ToList();
        var expired = await db.Set<Invitation>().Where(i => i.GroupId == group.Id && i.State == InvitationState.Open && i.ExpiresAt <= act.At && keys.Contains(i.EmailKey)).ToListAsync();
        expired.ForEach(i => i.Lapse(act));
        await db.SaveChangesAsync();
        db.AddRange(invitees.Select((who, i) => Invitation.To(i == 0 ? once : Guid.CreateVersion7(), group, who, act)));
        await db.SaveChangesAsync();
    });

    public Task<bool> WasSent(Guid once) => db.Set<Invitation>().AnyAsync(i => i.Id == once);

    public static College? CollegeNamed(string words) => Colleges.Value.TryGetValue(InvitationList.Key(words), out var college) ? college : null;

    /// <summary>A mail address as people write one, with a name of a host behind the sign.</summary>
    public static bool IsAddress(string email) =>
        email.Length is > 5 and <= 254 && MailAddress.TryCreate(email, out var address) && address.Address == email
        && address.Host.Contains('.') && !address.Host.EndsWith('.') && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '<' or '>' or ',' or ';');

    private static CheckedRow Check(ListRow row, HashSet<string> members, HashSet<string> invited, HashSet<string> seen)
    {
        List<string> reasons = [];
        var key = Invitation.KeyOf(row.Email);
        var college = CollegeNamed(row.College);
        var language = LanguageNamed(row.Language);
        void Refuse(bool when, string text)
        {
            if (when)
            {
                reasons.Add(text);
            }
        }

        Refuse(!IsAddress(row.Email), T("list.bad.email"));
        Refuse(college is null, row.College.Length == 0 ? T("list.bad.college.none") : T("list.bad.college"));
        Refuse(college is College.CivilSociety or College.Technician && row.Organisation.Length == 0, T("list.bad.organisation"));
        Refuse(row.Name.Length > Longest || row.Organisation.Length > Longest, T("list.bad.long", Longest));
        Refuse(language is null, T("list.bad.language"));
        Refuse(members.Contains(key), T("list.bad.member"));
        Refuse(invited.Contains(key), T("list.bad.invited"));
        Refuse(!seen.Add(key) && row.Email.Length > 0, T("list.bad.twice"));
        return reasons.Count > 0 ? new(row, null, reasons)
            : new(row, new(row.Email, row.Name, college!.Value, college is College.CivilSociety or College.Technician ? row.Organisation : null, language!), []);
    }

    private static string? LanguageNamed(string words) => InvitationList.Key(words) switch
    {
        "" => Language.Content,
        "fr" or "francais" or "frans" or "french" => "fr",
        "nl" or "neerlandais" or "nederlands" or "dutch" => "nl",
        "en" or "anglais" or "engels" or "english" => "en",
        _ => null,
    };

    private static Dictionary<string, College> WordsForColleges()
    {
        Dictionary<string, College> words = new(StringComparer.Ordinal)
        {
            ["elue"] = College.Elected,
            ["elu"] = College.Elected,
            ["elus"] = College.Elected,
            ["verkozene"] = College.Elected,
            ["societecivile"] = College.CivilSociety,
            ["middenveld"] = College.CivilSociety,
            ["citoyenne"] = College.Citizen,
            ["citoyen"] = College.Citizen,
            ["burger"] = College.Citizen,
            ["technicienne"] = College.Technician,
            ["technicien"] = College.Technician,
            ["technicus"] = College.Technician,
        };
        foreach (var language in Language.All)
        {
            using var _ = Language.In(language);
            foreach (var college in Enum.GetValues<College>())
            {
                words.TryAdd(InvitationList.Key(college.ToString()), college);
                words.TryAdd(InvitationList.Key(CollegeName(college)), college);
                words.TryAdd(InvitationList.Key(T($"collegeone.{college}")), college);
            }
        }

        return words;
    }
}
