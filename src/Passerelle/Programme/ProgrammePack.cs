using System.Text.Json;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>Reads programme-&lt;year&gt;.json: each fault is named with its file and its path in it.</summary>
internal sealed class ProgrammePack : PackPart
{
    private readonly List<Root> _read = [];
    private readonly List<DecidingBody> _bodies = [];

    public override int Order => 30;

    public override void Read(PackFolder pack)
    {
        foreach (var row in pack.Has("bodies.csv") ? pack.ReadCsv("bodies.csv") : [])
        {
            _bodies.Add(new(row["id"], row.Both("name", Language.Official[0])));
        }

        HashSet<int> years = [];
        foreach (var file in pack.FilesIn("", "programme-*.json"))
        {
            if (pack.ReadJson(file) is { } json)
            {
                new YearReader(new PackJson(pack, file), [.. _bodies.Select(b => b.Code)], years, _read).Read(json);
            }
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_bodies);
        db.AddRange(_read);
        return Task.CompletedTask;
    }

    /// <summary>One file: the year, its orientations, and its axes down to the actions.</summary>
    private sealed class YearReader(PackJson at, HashSet<string> bodies, HashSet<int> years, List<Root> read)
    {
        private readonly HashSet<string> _seen = [];
        private readonly Dictionary<string, Orientation> _orientations = [];
        private ProgrammeYear _year = null!;
        private int _order;

        public void Read(JsonElement json)
        {
            at.Keys(json, "", "year", "validated", "orientations", "axes");
            var year = at.Number(json, "year", "");
            if (year is < 1900 or > 2200 || !years.Add(year))
            {
                at.Fail("year", $"«{year}» is no year, or is there twice");
            }

            _year = ProgrammeYear.Restore(year, at.Date(json, "validated", "", required: false));
            read.Add(_year);
            foreach (var (item, where) in at.List(json, "orientations", ""))
            {
                ReadOrientation(item, where);
            }

            foreach (var (item, where) in at.List(json, "axes", ""))
            {
                ReadAxis(item, where);
            }
        }

        private void ReadOrientation(JsonElement item, string where)
        {
            at.Keys(item, where, "code", "text", "body", "date");
            var body = at.Value(item, "body", where);
            if (body.Length > 0 && !bodies.Contains(body))
            {
                at.Fail($"{where}.body", $"unknown body «{body}»");
            }

            var code = Code(item, where, "orientation");
            var orientation = Orientation.Restore(_year, code, _order++, at.Text(item, "text", where), DecidingBody.IdOf(body), at.Date(item, "date", where) ?? default);
            _orientations[code] = orientation;
            read.Add(orientation);
        }

        private void ReadAxis(JsonElement item, string where)
        {
            at.Keys(item, where, "code", "slug", "name", "summary", "themes");
            var axis = Axis.Restore(_year, Code(item, where, "axis"), Slug(item, where, "axis"), _order++, at.Text(item, "name", where), at.Text(item, "summary", where));
            read.Add(axis);
            foreach (var (theme, place) in at.List(item, "themes", where))
            {
                ReadTheme(theme, place, axis, null);
            }
        }

        private void ReadTheme(JsonElement item, string where, Axis axis, Theme? parent)
        {
            at.Keys(item, where, parent is null ? ["code", "slug", "name", "summary", "terms", "subThemes", "priorityActions"] : ["code", "slug", "name", "summary", "terms", "priorityActions"]);
            if (at.Value(item, "terms", where) is var terms && terms is not ("" or "official" or "attested" or "composed" or "proposed"))
            {
                at.Fail($"{where}.terms", $"unknown status «{terms}»");
            }

            var theme = Theme.Restore(_year, axis, parent, Code(item, where, "theme"), Slug(item, where, "theme"), _order++, at.Text(item, "name", where), at.Text(item, "summary", where));
            read.Add(theme);
            foreach (var (action, place) in at.List(item, "priorityActions", where))
            {
                ReadAction(action, place, theme);
            }

            foreach (var (sub, place) in parent is null ? at.List(item, "subThemes", where) : [])
            {
                ReadTheme(sub, place, axis, theme);
            }
        }

        private void ReadAction(JsonElement item, string where, Theme theme)
        {
            at.Keys(item, where, "code", "title", "theme", "orientation", "group");
            var (named, cited) = (at.Value(item, "theme", where), at.Value(item, "orientation", where));
            if (named != theme.Code)
            {
                at.Fail($"{where}.theme", $"«{named}» is not the theme «{theme.Code}» in which the action stands");
            }

            var (code, title) = (Code(item, where, "action"), at.Text(item, "title", where));
            if (!_orientations.TryGetValue(cited, out var orientation))
            {
                at.Fail($"{where}.orientation", $"unknown orientation «{cited}»");
                return;
            }

            read.Add(PriorityAction.Restore(_year, theme, orientation, code, _order++, title));
        }

        private string Code(JsonElement item, string where, string kind) => Once(at.Value(item, "code", where), $"{where}.code", $"{kind} code");

        private string Slug(JsonElement item, string where, string kind)
        {
            var slug = at.Value(item, "slug", where);
            if (slug.Length > 0 && !slug.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                at.Fail($"{where}.slug", $"«{slug}» is no slug: a-z, 0-9 and - only");
            }

            return Once(slug, $"{where}.slug", $"{kind} slug");
        }

        private string Once(string value, string where, string kind)
        {
            if (value.Length > 0 && !_seen.Add($"{kind}/{value}"))
            {
                at.Fail(where, $"duplicate {kind} «{value}»");
            }

            return value;
        }
    }
}
