using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.ActionGroups;

/// <summary>Who is in the group, leads it, coordinates it, asks to join, and writes in it.</summary>
internal sealed partial class GroupPackReading
{
    private List<Coordination> Coordinators()
    {
        List<Coordination> coordinators = [];
        foreach (var item in json.List("coordinators"))
        {
            item.Keys("person", "from", "until");
            var (person, (from, until)) = (Person(item), item.Days());
            if (person is not null && !person.Roles.Contains(Role.Coordinator))
            {
                item.Fail("person", $"«{person.Slug}» has not the role {Role.Coordinator}");
            }

            coordinators.Add(new() { GroupId = _id, PersonId = IdOf(person), From = from, Until = until });
        }

        return coordinators;
    }

    private List<Membership> Members()
    {
        List<Membership> members = [];
        foreach (var item in json.List("members"))
        {
            item.Keys("person", "college", "organisation", "from", "until");
            var (person, college, organisation, (from, until)) = (Person(item), CollegeOf(item), item.Optional("organisation"), item.Days());
            if (person is not null && members.Exists(m => m.PersonId == person.Id))
            {
                item.Fail("person", $"«{person.Slug}» is there twice");
            }

            if (organisation is null && college is College.CivilSociety or College.Technician)
            {
                item.Fail("organisation", $"is missing for the college {college}");
            }

            if (person is not null && college == College.Elected && !names.HasMandate(person.Slug))
            {
                item.Fail("college", $"«{person.Slug}» has no local mandate");
            }

            members.Add(new() { GroupId = _id, PersonId = IdOf(person), College = college, Organisation = organisation, From = from, Until = until });
        }

        return members;
    }

    private List<CoLead> CoLeads(List<Membership> members)
    {
        List<CoLead> leads = [];
        foreach (var item in json.List("coleads"))
        {
            item.Keys("person", "college", "from", "until");
            var (person, college, (from, until)) = (Person(item), CollegeOf(item), item.Days());
            if (college is not (College.Elected or College.CivilSociety))
            {
                item.Fail("college", $"a co-lead is {nameof(College.Elected)} or {nameof(College.CivilSociety)}");
            }

            if (leads.Exists(l => l.College == college && from <= (l.Until ?? DateOnly.MaxValue) && l.From <= (until ?? DateOnly.MaxValue)))
            {
                item.Fail("from", $"two co-leads of the college {college} at once");
            }

            if (until is null && person is not null && !members.Exists(m => m.PersonId == person.Id && m.College == college))
            {
                item.Fail("person", $"«{person.Slug}» is no member in the college {college}");
            }

            var lead = new CoLead { GroupId = _id, PersonId = IdOf(person), College = college };
            lead.Begin(college, from);
            if (until is { } last)
            {
                lead.End(last);
            }

            leads.Add(lead);
        }

        return leads;
    }

    private List<CollegeLimit> Limits()
    {
        List<CollegeLimit> limits = [];
        if (json.Item("minMax")?.Keys(Enum.GetNames<College>()) is not { } all)
        {
            return limits;
        }

        foreach (var name in Enum.GetNames<College>().Where(all.Has))
        {
            if (all.Item(name)?.Keys("min", "max") is { } limit)
            {
                var (min, max) = (limit.OptionalInt("min"), limit.OptionalInt("max"));
                if (min > max)
                {
                    limit.Fail("max", "is below «min»");
                }

                limits.Add(new(Enum.Parse<College>(name), min, max));
            }
        }

        return limits;
    }

    private JoinRequest Request(PackItem item)
    {
        item.Keys("person", "college", "organisation", "word", "date");
        var (person, word) = (IdOf(Person(item)), item.Text("word"));
        return new()
        {
            Id = PackIds.Of("request", _id + "/" + person),
            GroupId = _id,
            PersonId = person,
            College = CollegeOf(item),
            Organisation = item.Optional("organisation"),
            Word = word.SourceValue,
            Language = word.Source,
            At = clock.At(item.Day("date"), new TimeOnly(9, 0)),
        };
    }

    private Post Post(PackItem item, int index)
    {
        item.Keys("author", "date", "audience", "title", "text", "comments");
        var id = PackIds.Of("post", $"{_id}/{index}");
        var post = ActionGroups.Post.Publish(id, _id, item.OneOf<Audience>("audience", "audience"), item.Text("title"), item.Text("text"), [], new(IdOf(Person(item, "author")), Instant(item)));
        foreach (var (comment, i) in item.List("comments").Select((c, i) => (c, i)))
        {
            comment.Keys("author", "date", "text", "language");
            var (text, language) = (comment.Paragraphs("text"), comment.OneOf("language", "language", Language.Official));
            post.Comment(PackIds.Of("comment", $"{id}/{i}"), text, language, new(IdOf(Person(comment, "author")), Instant(comment)));
        }

        return post;
    }

    private PackPerson? Person(PackItem item, string key = "person") =>
        names.Person(item.OneOf(key, "person", Only(item.Optional(key), p => names.Person(p) is not null)));

    private static Guid IdOf(PackPerson? person) => person?.Id ?? Guid.Empty;

    private static College CollegeOf(PackItem item) => item.OneOf<College>("college", "college");
}
