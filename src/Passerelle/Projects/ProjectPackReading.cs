using System.Globalization;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory.Contract;

namespace Passerelle.Projects;

/// <summary>One file of demo/projects: what is wrong with it is noted at its place.</summary>
internal sealed partial class ProjectPackReading(PackItem json, string slug, Clock clock, Func<string, bool> hasGroup, Func<string, bool> hasPerson, PackTerritory territory)
{
    /// <summary>The project, its stages, and what waits for what.</summary>
    public IReadOnlyList<object> Read()
    {
        json.Keys("slug", "group", "groups", "name", "summary", "purpose", "criterion", "horizon", "owner", "begun", "phases", "communes", "involved", "budget", "stages", "proofs", "signed", "completed");
        if (json.Slug("slug") is { Length: > 0 } written && written != slug)
        {
            json.Fail("slug", $"«{written}» is not the name of the file");
        }

        var begun = At(json, "begun");
        var project = Project.Begin(PackIds.Of("project", slug), slug, Group(), json.Text("name"), json.Text("summary"), json.Text("purpose"), json.Text("criterion"), Horizon(), Person(json, "owner"), begun);
        project.Touch(json.Words("communes", "commune", territory.HasCommune), begun);
        json.Allowed(() => project.Gather(json.Words("groups", "group", hasGroup).Select(g => PackIds.Of("group", g)), [.. json.List("involved").Select(Involved)], begun));
        Reckon(project, begun);
        foreach (var stage in json.List("stages"))
        {
            stage.Allowed(() => Plan(project, stage, begun));
        }

        foreach (var phase in json.List("phases"))
        {
            phase.Keys("phase", "date");
            phase.Allowed(() => project.MoveTo(phase.OneOf<Phase>("phase", "phase"), At(phase, "date")));
        }

        Prove(project);
        Vouch(project);
        return [project, .. _stages.Values, .. _waits];
    }

    private void Reckon(Project project, Act begun)
    {
        HashSet<string> sources = new(StringComparer.Ordinal);
        foreach (var line in json.List("budget"))
        {
            line.Keys("label", "source", "planned", "committed", "spent");
            if (Once(line, "source", line.Value("source"), sources) is { } source)
            {
                line.Allowed(() => project.Reckon(PackIds.Of("budget", $"{slug}/{source}"), line.Text("label"), source, Cents(line, "planned"), Cents(line, "committed"), Cents(line, "spent"), LocalizedText.Empty(), begun));
            }
        }
    }

    /// <summary>What names one thing among others; null, noted, when another one has it.</summary>
    private static string? Once(PackItem item, string key, string name, HashSet<string> known)
    {
        if (name.Length == 0 || known.Add(name))
        {
            return name;
        }

        item.Fail(key, $"«{name}» is there twice");
        return null;
    }

    private Involvement Involved(PackItem item)
    {
        var (partner, organisation) = (item.Keys("partner", "organisation", "role").Optional("partner"), item.Optional("organisation"));
        if (partner is not null && !territory.Partners.Contains(partner))
        {
            item.Fail("partner", $"unknown partner «{partner}»");
        }

        if (partner is null == organisation is null)
        {
            item.Fail("must name either a partner or an organisation");
        }

        return new(partner, organisation, item.OneOf<InvolvementRole>("role", "role"));
    }

    private Guid Group()
    {
        var group = json.Slug("group");
        if (!hasGroup(group))
        {
            json.Fail("group", $"unknown group «{group}»");
        }

        return PackIds.Of("group", group);
    }

    private Guid? Person(PackItem item, string key)
    {
        if (item.Optional(key) is not { } person)
        {
            return null;
        }

        if (!hasPerson(person))
        {
            item.Fail(key, $"unknown person «{person}»");
        }

        return PackPeople.IdOf(person);
    }

    private DateOnly? Horizon()
    {
        if (json.Optional("horizon") is not { } month)
        {
            return null;
        }

        if (DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return first;
        }

        json.Fail("horizon", $"«{month}» is no month");
        return null;
    }

    /// <summary>Whole euros in the file.</summary>
    private static long Cents(PackItem item, string key) => (item.OptionalInt(key) ?? 0) * 100L;

    private Act At(PackItem item, string key) => Act.BySystem(clock.At(item.Day(key), new TimeOnly(10, 0)));
}
