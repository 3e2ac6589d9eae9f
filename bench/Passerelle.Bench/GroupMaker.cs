using System.Globalization;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory;

namespace Passerelle.Bench;

/// <summary>
/// Invents groups in every state of their life. The first is the one whose page is measured: active, with a whole
/// pair, three actions, a next date and public news.
/// </summary>
internal sealed class GroupMaker(Random random, Clock clock, IReadOnlyList<Commune> communes, IReadOnlyList<Person> people, IReadOnlyList<string> themes, IReadOnlyList<string> actions)
{
    private const int Posts = 10;
    private const int ActionsEach = 3;
    private readonly Words _words = new(random);

    public static string Slug(int number) => "groupe-" + number.ToString("000", CultureInfo.InvariantCulture);

    public PackedGroup Make(int number)
    {
        var id = new Guid(number + 1, 4, 5, [1, 2, 3, 4, 5, 6, 7, 8]);
        var since = new DateOnly(2021, 1, 4).AddDays(random.Next(300));
        var closed = number % 5 == 4 ? since.AddDays(1000) : (DateOnly?)null;
        var technical = number % 20 == 19;
        var members = Members(id, since, closed);
        return new()
        {
            Id = id,
            Slug = Slug(number),
            Kind = technical ? GroupKind.EuropeanConsultation : GroupKind.Action,
            Name = _words.Name(number),
            Summary = _words.Sentences(1),
            Purpose = _words.Paragraphs(2, 3),
            Need = technical ? LocalizedText.Empty() : _words.Sentences(2),
            NeedSource = technical ? LocalizedText.Empty() : _words.Sentences(1),
            Theme = technical ? null : themes[number % themes.Count],
            OtherThemes = technical ? [] : [themes[(number + 3) % themes.Count]],
            Communes = [.. Some(communes, 4 + random.Next(5)).Select(c => c.Code)],
            Actions = technical ? [] : ActionsOf(number, closed is not null),
            Horizon = since.AddYears(2),
            Phases = Phases(since, technical, closed),
            PausedOn = closed is null && number % 20 == 7 ? since.AddDays(500) : null,
            ClosedOn = closed,
            MergedOn = null,
            MergedInto = null,
            Reason = closed is not null || number % 20 == 7 ? _words.Sentences(2) : LocalizedText.Empty(),
            NextAt = closed is null ? clock.Now.AddDays(10 + (number % 50)) : null,
            NextVenue = closed is null ? communes[number % communes.Count].Name : LocalizedText.Empty(),
            NextTitle = closed is null ? _words.Sentences(1) : LocalizedText.Empty(),
            Limits = [new(College.Elected, 1, 20), new(College.Technician, 1, 20)],
            Members = members,
            CoLeads = technical ? [] : [.. members.DistinctBy(m => m.College).Where(m => m.College is College.Elected or College.CivilSociety).Select(m => Lead(m, closed))],
            Coordinators = [new() { GroupId = id, PersonId = people[number % 12].Id, From = since, Until = closed }],
            Requests = [.. Some(people, 3).Where(p => members.All(m => m.PersonId != p.Id)).Select((p, i) => Request(id, p, i))],
            Standing = technical ? Standing.Supported : null,
            Sunset = technical ? since.AddYears(10) : null,
            Guests = [],
            EuropeanTheme = technical ? _words.Sentences(1) : LocalizedText.Empty(),
            Parents = [],
            Posts = [.. Enumerable.Range(0, Posts).Select(i => PostOf(id, i, since, members))],
        };
    }

    /// <summary>One active group at a time carries an action, so the first ones carry all; closed ones carried some.</summary>
    private IReadOnlyList<string> ActionsOf(int number, bool closed) =>
        closed ? [actions[number % actions.Count], actions[(number + 7) % actions.Count]]
        : [.. actions.Skip(number * ActionsEach).Take(ActionsEach)];

    private static List<PhaseEntry> Phases(DateOnly since, bool technical, DateOnly? closed)
    {
        List<PhaseEntry> phases = technical ? [new(Phase.Develop, since)] : [new(Phase.Imagine, since), new(Phase.Develop, since.AddDays(200))];
        if (closed is { } day)
        {
            phases.Add(new(technical ? Phase.Archived : Phase.Completed, day));
        }

        return phases;
    }

    private IReadOnlyList<Membership> Members(Guid group, DateOnly since, DateOnly? closed) =>
    [.. Some(people, 46 + random.Next(9)).Select((p, i) => new Membership
    {
        GroupId = group,
        PersonId = p.Id,
        College = (College)(i % 4),
        Organisation = i % 4 is 1 or 3 ? p.Organisation ?? "Buurtwerk aan de Leie" : null,
        From = since.AddDays(random.Next(200)),
        Until = closed ?? (i > 20 && i % 10 == 0 ? since.AddDays(400) : null),
    })];

    private static CoLead Lead(Membership member, DateOnly? closed)
    {
        var lead = new CoLead { GroupId = member.GroupId, PersonId = member.PersonId };
        lead.Begin(member.College, member.From.AddDays(30));
        if (closed is { } day)
        {
            lead.End(day);
        }

        return lead;
    }

    private JoinRequest Request(Guid group, Person person, int number) => new()
    {
        Id = PackIds.Of("request", $"{group}/{number}"),
        GroupId = group,
        PersonId = person.Id,
        College = College.Citizen,
        Word = _words.Sentences(1).SourceValue,
        Language = person.Language,
        At = clock.Now.AddDays(-random.Next(60)),
    };

    private Post PostOf(Guid group, int number, DateOnly since, IReadOnlyList<Membership> members)
    {
        var id = PackIds.Of("post", $"{group}/{number}");
        var at = clock.At(since.AddDays(20 * (number + 1)), new(14, 0));
        var post = Post.Publish(id, group, number % 3 == 0 ? Audience.Members : Audience.Public, _words.Sentences(1), _words.Paragraphs(1, 4), [], new(members[number].PersonId, at));
        for (var i = 0; i < random.Next(5); i++)
        {
            post.Comment(PackIds.Of("comment", $"{id}/{i}"), _words.Sentences(2).SourceValue, "fr", new(members[number + i + 1].PersonId, at.AddHours(i + 1)));
        }

        return post;
    }

    private IReadOnlyList<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        HashSet<int> chosen = [];
        while (chosen.Count < count)
        {
            chosen.Add(random.Next(from.Count));
        }

        return [.. chosen.Select(i => from[i])];
    }
}
