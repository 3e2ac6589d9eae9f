using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>One programme of a pack: the year, its orientations, and its axes down to the actions.</summary>
internal sealed class ProgrammeReading(HashSet<string> bodies, HashSet<int> years, List<Root> read)
{
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, Orientation> _orientations = [];
    private ProgrammeYear _year = null!;
    private int _order;

    public void Read(PackItem json)
    {
        json.Keys("year", "validated", "orientations", "axes");
        var year = json.Int("year", least: 1900);
        if (year > 2200 || !years.Add(year))
        {
            json.Fail("year", $"«{year}» is no year, or is there twice");
        }

        _year = ProgrammeYear.Restore(year, json.OptionalDay("validated"));
        read.Add(_year);
        foreach (var orientation in json.List("orientations"))
        {
            ReadOrientation(orientation);
        }

        foreach (var axis in json.List("axes"))
        {
            ReadAxis(axis);
        }
    }

    private void ReadOrientation(PackItem item)
    {
        item.Keys("code", "text", "body", "date");
        var (code, body) = (Code(item, "orientation"), item.OneOf("body", "body", bodies));
        var orientation = Orientation.Restore(_year, code, _order++, item.Text("text"), DecidingBody.IdOf(body), item.Day("date"));
        _orientations[code] = orientation;
        read.Add(orientation);
    }

    private void ReadAxis(PackItem item)
    {
        item.Keys("code", "slug", "name", "summary", "themes");
        var axis = Axis.Restore(_year, Code(item, "axis"), Slug(item, "axis"), _order++, item.Text("name"), item.Text("summary"));
        read.Add(axis);
        foreach (var theme in item.List("themes"))
        {
            ReadTheme(theme, axis, null);
        }
    }

    private void ReadTheme(PackItem item, Axis axis, Theme? parent)
    {
        item.Keys(["code", "slug", "name", "summary", "terms", "priorityActions", .. parent is null ? ["subThemes"] : Array.Empty<string>()]);
        item.OneOf("terms", "status", Sure.Words);
        var theme = Theme.Restore(_year, axis, parent, Code(item, "theme"), Slug(item, "theme"), _order++, item.Text("name"), item.Text("summary"));
        read.Add(theme);
        foreach (var action in item.List("priorityActions"))
        {
            ReadAction(action, theme);
        }

        foreach (var sub in parent is null ? item.List("subThemes") : [])
        {
            ReadTheme(sub, axis, theme);
        }
    }

    private void ReadAction(PackItem item, Theme theme)
    {
        item.Keys("code", "title", "theme", "orientation", "group");
        item.Optional("group");
        if (item.Value("theme") is var named && named.Length > 0 && named != theme.Code)
        {
            item.Fail("theme", $"«{named}» is not the theme «{theme.Code}» in which the action stands");
        }

        var (code, title, cited) = (Code(item, "action"), item.Text("title"), item.OneOf("orientation", "orientation", _orientations.Keys));
        if (_orientations.TryGetValue(cited, out var orientation))
        {
            read.Add(PriorityAction.Restore(_year, theme, orientation, code, _order++, title));
        }
    }

    private string Code(PackItem item, string kind) => Once(item, "code", item.Code("code"), $"{kind} code");

    private string Slug(PackItem item, string kind) => Once(item, "slug", item.Slug("slug"), $"{kind} slug");

    private string Once(PackItem item, string key, string value, string kind)
    {
        if (value.Length > 0 && !_seen.Add($"{kind}/{value}"))
        {
            item.Fail(key, $"duplicate {kind} «{value}»");
        }

        return value;
    }
}
