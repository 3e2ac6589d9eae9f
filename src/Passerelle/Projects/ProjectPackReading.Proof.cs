using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Projects;

internal sealed partial class ProjectPackReading
{
    /// <summary>What shows the result.</summary>
    private void Prove(Project project)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var item in json.List("proofs"))
        {
            item.Keys("key", "title", "address", "on", "offered", "accepted");
            if (Once(item, "key", item.Slug("key"), keys) is { } key)
            {
                item.Allowed(() => Prove(project, key, item));
            }
        }
    }

    private void Prove(Project project, string key, PackItem item)
    {
        var offered = At(item, "offered");
        var proof = project.Prove(PackIds.Of("proof", $"{slug}/{key}"), item.Text("title"), new(null, item.Value("address"), null, LocalizedText.Empty()), item.Day("on"), offered);
        if (item.Has("accepted"))
        {
            project.Accept(proof.Id, At(item, "accepted"));
        }
    }

    /// <summary>Who vouched for the result, and the day it was completed.</summary>
    private void Vouch(Project project)
    {
        Dictionary<College, Guid> signed = [];
        foreach (var item in json.List("signed"))
        {
            item.Keys("person", "college", "on");
            if (Person(item, "person") is { } person)
            {
                var college = item.OneOf<College>("college", "college");
                signed[college] = person;
                item.Allowed(() => project.SignOff(person, college, project.EvidenceRevision, At(item, "on")));
            }
        }

        if (json.Has("completed"))
        {
            json.Allowed(() => project.CompleteWith(Of(College.Elected), Of(College.CivilSociety), new HashSet<Guid>(), At(json, "completed")));
        }

        Guid? Of(College college) => signed.TryGetValue(college, out var person) ? person : null;
    }
}
