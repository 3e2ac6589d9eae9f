using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>
/// What a person typed, and what is wrong with it. A page reads it once, field by field; each reader cleans the
/// value and notes an error at the field. The same object draws the form again, so nothing typed is lost.
/// </summary>
public sealed partial class Form
{
    private readonly Dictionary<string, string[]> _values;
    private readonly List<(string Field, string Message)> _errors = [];
    private readonly Dictionary<string, string[]> _theirs = [];
    private readonly Dictionary<string, string> _labels = [];

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

    public static Task<Form> Read(HttpRequest request) => Read(request, null);

    /// <summary>The same for files that must not lie on disk before they are encrypted: they are held in memory, and the transport's limit says how large they may be.</summary>
    public static Task<Form> ReadInMemory(HttpRequest request) => Read(request, new FormOptions { MemoryBufferThreshold = int.MaxValue, MultipartBodyLengthLimit = long.MaxValue });

    private static async Task<Form> Read(HttpRequest request, FormOptions? options)
    {
        if (!request.HasFormContentType)
        {
            return Of();
        }

        var posted = options is null ? await request.ReadFormAsync() : await request.ReadFormAsync(options);
        return new(posted.ToDictionary(p => p.Key, p => p.Value.Select(v => v ?? "").ToArray()), posted.Files) { Posted = true };
    }

    /// <summary>What to show in a field: as typed.</summary>
    public string this[string field] => _values.TryGetValue(field, out var v) && v.Length > 0 ? v[0] : "";

    public IReadOnlyList<string> All(string field) => _values.GetValueOrDefault(field) ?? [];

    public bool Has(string field) => _values.ContainsKey(field);

    public bool Ticked(string field) => Has(field) && this[field] is not ("" or "false");

    public string? ErrorOf(string field) => _errors.Find(e => e.Field == field).Message;

    /// <summary>What a field is called on this page; said by the field as it is drawn.</summary>
    public void Call(string field, string label) => _labels[field] = label;

    /// <summary>The label of a field, or of the text of which it is one language.</summary>
    public string? LabelOf(string field) =>
        _labels.GetValueOrDefault(field) ?? (field.LastIndexOf('.') is > 0 and var dot ? _labels.GetValueOrDefault(field[..dot]) : null);

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

    /// <summary>Fills in a field with «yes» and «no», read again by <see cref="YesOrNo"/>.</summary>
    public Form With(string field, bool? yes) => With(field, yes switch { true => "yes", false => "no", null => "" });

    public Form With(string field, string? value)
    {
        Set(field, value);
        return this;
    }
}
