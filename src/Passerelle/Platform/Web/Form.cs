using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>
/// What a person typed, and what is wrong with it. A page reads it once, field by field; each reader cleans the
/// value and notes an error at the field. The same object draws the form again, so nothing typed is lost.
/// </summary>
public sealed class Form
{
    /// <summary>A family of four is eleven units and one character; a letter under a thousand accents is no character.</summary>
    private const int UnitsPerCharacter = 12;

    private readonly Dictionary<string, string[]> _values;
    private readonly List<(string Field, string Message)> _errors = [];
    private readonly Dictionary<string, string[]> _theirs = [];

    private Form(Dictionary<string, string[]> values, IFormFileCollection? files = null)
    {
        _values = values;
        Files = files;
    }

    public IFormFileCollection? Files { get; }

    /// <summary>True when a person sent it; false for a form still to fill in.</summary>
    public bool Posted { get; private init; }

    public IReadOnlyList<(string Field, string Message)> Errors => _errors;

    public bool Ok => _errors.Count == 0;

    /// <summary>True once <see cref="Compare"/> found that somebody else saved meanwhile.</summary>
    public bool Conflicted { get; private set; }

    /// <summary>A form to fill in, with what is known already.</summary>
    public static Form Of(params (string Field, string? Value)[] values) =>
        new(values.Where(v => v.Value is not null).ToDictionary(v => v.Field, v => new[] { v.Value! }));

    public static async Task<Form> Read(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return Of();
        }

        var posted = await request.ReadFormAsync();
        return new(posted.ToDictionary(p => p.Key, p => p.Value.Select(v => v ?? "").ToArray()), posted.Files) { Posted = true };
    }

    /// <summary>What to show in a field: as typed.</summary>
    public string this[string field] => _values.TryGetValue(field, out var v) && v.Length > 0 ? v[0] : "";

    public IReadOnlyList<string> All(string field) => _values.GetValueOrDefault(field) ?? [];

    public bool Has(string field) => _values.ContainsKey(field);

    public bool Ticked(string field) => Has(field) && this[field] is not ("" or "false");

    public string? ErrorOf(string field) => _errors.Find(e => e.Field == field).Message;

    /// <summary>What somebody else saved in this field meanwhile, when it differs from what is typed here.</summary>
    public string? Theirs(string field) => TheirsAll(field) is { } all ? all.Count > 0 ? all[0] : "" : null;

    /// <summary>The same for a field with any number of values.</summary>
    public IReadOnlyList<string>? TheirsAll(string field) => _theirs.GetValueOrDefault(field);

    public void Set(string field, string? value) => _values[field] = [value ?? ""];

    /// <summary>The same for a field with any number of values.</summary>
    public void SetAll(string field, IEnumerable<string> values) => _values[field] = [.. values];

    public void Fail(string field, string message) => _errors.Add((field, message));

    public int Version => int.TryParse(this["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0;

    /// <summary>The id that a creating form carries, so that sending it twice has one effect.</summary>
    public Guid Once => Guid.TryParse(this["once"], out var id) ? id : Guid.CreateVersion7();

    public string Line(string field, int max = 200, bool optional = false) =>
        Checked(field, Clean.Line(this[field]), max, optional);

    public string Text(string field, int max = 5000, bool optional = false) =>
        Checked(field, Clean.Text(this[field]), max, optional);

    public T? Choice<T>(string field, bool optional = false)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(this[field], out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        if (!optional || this[field].Length > 0)
        {
            Fail(field, WebTexts.T("form.choose"));
        }

        return null;
    }

    public Guid? Id(string field, bool optional = false)
    {
        if (Guid.TryParse(this[field], out var id))
        {
            return id;
        }

        if (!optional || this[field].Length > 0)
        {
            Fail(field, WebTexts.T("form.choose"));
        }

        return null;
    }

    public int? Number(string field, int min = 0, int max = int.MaxValue, bool optional = false)
    {
        var typed = this[field].Trim();
        if (typed.Length == 0 && optional)
        {
            return null;
        }

        if (int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max)
        {
            return n;
        }

        Fail(field, typed.Length == 0 ? WebTexts.T("form.required") : WebTexts.T("form.number", min, max));
        return null;
    }

    /// <summary>A date as a browser's date field sends it (2021-02-04), or as people write it (4/2/2021).</summary>
    public DateOnly? Date(string field, bool optional = false)
    {
        var typed = this[field].Trim();
        if (typed.Length == 0 && optional)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
        if (DateOnly.TryParseExact(typed, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is > 1900 and < 2200)
        {
            return date;
        }

        Fail(field, typed.Length == 0 ? WebTexts.T("form.required") : WebTexts.T("form.date"));
        return null;
    }

    /// <summary>A month (2023-06, 06/2023), as its first day.</summary>
    public DateOnly? Month(string field, bool optional = false)
    {
        var typed = this[field].Trim();
        if (typed.Length == 0 && optional)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, ["yyyy-MM", "M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 2200)
        {
            return new(date.Year, date.Month, 1);
        }

        Fail(field, typed.Length == 0 ? WebTexts.T("form.required") : WebTexts.T("form.month"));
        return null;
    }

    /// <summary>A wall-clock time (18:30).</summary>
    public TimeOnly? Time(string field, bool optional = false)
    {
        var typed = this[field].Trim().Replace('.', ':').Replace(" h ", ":").Replace('h', ':');
        if (typed.Length == 0 && optional)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Fail(field, typed.Length == 0 ? WebTexts.T("form.required") : WebTexts.T("form.time"));
        return null;
    }

    /// <summary>
    /// A text in both languages: fields «name.fr», «name.nl», and «name.source» for the language it was first
    /// written in. The source is required; each other one is filled in or, by the tick «name.desk», left to the
    /// translators: nobody forgets a language by accident. What is typed beside the tick stays, as a draft.
    /// </summary>
    public LocalizedText Localized(string field, LocalizedText? before = null, int max = 200, bool optional = false)
    {
        var source = this[field + ".source"];
        if (!Language.Official.Contains(source))
        {
            source = before?.IsEmpty == false ? before.Source : Language.Official.FirstOrDefault(l => this[$"{field}.{l}"].Trim().Length > 0) ?? Language.Content;
        }

        if (optional && this[$"{field}.{source}"].Trim().Length == 0)
        {
            source = Language.Official.FirstOrDefault(l => this[$"{field}.{l}"].Trim().Length > 0) ?? source;
        }

        Dictionary<string, string?> values = [];
        foreach (var language in Language.Official)
        {
            var name = $"{field}.{language}";
            var text = max <= 300 ? Clean.Line(this[name]) : Clean.Text(this[name]);
            values[language] = Checked(name, text, max, optional || language != source);
        }

        if (values[source] is { Length: > 0 } && !Ticked(field + ".desk"))
        {
            foreach (var language in Language.Official.Where(l => string.IsNullOrEmpty(values[l])))
            {
                Fail($"{field}.{language}", WebTexts.T("form.otherlanguage"));
            }
        }

        return (before ?? LocalizedText.Empty()).Revised(source, values);
    }

    /// <summary>Fills the fields that <see cref="Localized"/> reads.</summary>
    public Form With(string field, LocalizedText text)
    {
        Set(field + ".source", text.IsEmpty ? Language.Content : text.Source);
        foreach (var version in text.Versions)
        {
            Set($"{field}.{version.Language}", version.Value);
        }

        return this;
    }

    public Form With(string field, string? value)
    {
        Set(field, value);
        return this;
    }

    /// <summary>Runs an act; a broken rule becomes an error of the form. True when the act was done.</summary>
    public bool Try(Action act)
    {
        if (!Ok)
        {
            return false;
        }

        try
        {
            act();
            return true;
        }
        catch (RuleBroken broken)
        {
            Fail(broken.Field ?? "", broken.Message);
            return false;
        }
    }

    /// <summary>
    /// After a conflict: keeps what was typed, notes what is stored now beside each field that differs, and takes
    /// over the stored version, so that a second sending is a choice made with both in view.
    /// </summary>
    public void Compare(Form stored)
    {
        Conflicted = true;
        foreach (var (field, value) in stored._values)
        {
            if (field != "version" && (value.Length > 1 || All(field).Count > 1 ? !value.Order().SequenceEqual(All(field).Order()) : (value.FirstOrDefault() ?? "") != this[field]))
            {
                _theirs[field] = value;
            }
        }

        Set("version", stored["version"]);
    }

    private string Checked(string field, string value, int max, bool optional)
    {
        if (value.Length == 0 && !optional)
        {
            Fail(field, WebTexts.T("form.required"));
        }
        else if (value.Length > max * UnitsPerCharacter || new StringInfo(value).LengthInTextElements > max)
        {
            Fail(field, WebTexts.T("form.toolong", max));
        }

        return value;
    }
}
