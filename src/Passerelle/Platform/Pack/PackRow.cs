using System.Globalization;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Pack;

/// <summary>One row of a CSV file; its readers note what is wrong with it.</summary>
public sealed class PackRow(PackFolder pack, string file, int number, Dictionary<string, string> cells)
{
    public string this[string column] => cells.GetValueOrDefault(column) ?? "";

    public void Fail(string reason) => pack.Fail(file, number, reason);

    /// <summary>The cell, or nothing when it is empty.</summary>
    public string? Optional(string column, int most = 200)
    {
        if (this[column].Length > most)
        {
            Fail($"«{column}» is longer than {most} characters");
        }

        return this[column].Length == 0 ? null : this[column];
    }

    public string Required(string column, int most = 200)
    {
        if (Optional(column, most) is { } value)
        {
            return value;
        }

        Fail($"«{column}» is empty");
        return "";
    }

    /// <summary>An official code, as written.</summary>
    public string Code(string column) => Required(column, PackWords.LongestCode);

    /// <summary>An id that also stands in addresses.</summary>
    public string Slug(string column)
    {
        var slug = Required(column, PackWords.LongestSlug);
        if (slug.Length > 0 && !PackWords.IsSlug(slug))
        {
            Fail($"«{column}» is no slug (a-z, 0-9 and -): «{slug}»");
        }

        return slug;
    }

    /// <summary>Notes a value that another row had already.</summary>
    public string Once(string column, HashSet<string> seen)
    {
        if (this[column].Length > 0 && !seen.Add(this[column]))
        {
            Fail($"duplicate {column} «{this[column]}»");
        }

        return this[column];
    }

    public int Int(string column)
    {
        if (int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n))
        {
            return n;
        }

        Fail($"«{column}» is no whole number: «{this[column]}»");
        return 0;
    }

    public double Number(string column)
    {
        if (double.TryParse(this[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n))
        {
            return n;
        }

        Fail($"«{column}» is no number: «{this[column]}»");
        return 0;
    }

    public int PositiveInt(string column) => Above0(column, Int(column));

    public double Positive(string column) => Above0(column, Number(column));

    public DateOnly? Date(string column)
    {
        if (this[column].Length == 0)
        {
            return null;
        }

        if (PackWords.Date(this[column]) is { } date)
        {
            return date;
        }

        Fail($"«{column}» is no date: «{this[column]}»");
        return null;
    }

    public DateOnly Day(string column)
    {
        Required(column);
        return Date(column) ?? PackWords.NoDate;
    }

    /// <summary>The columns «from» and «until».</summary>
    public (DateOnly From, DateOnly? Until) Days()
    {
        var (from, until) = (Day("from"), Date("until"));
        if (until < from)
        {
            Fail($"«until» ({this["until"]}) lies before «from» ({this["from"]})");
        }

        return (from, until);
    }

    /// <summary>Two columns, name_fr and name_nl, as one text; both are required.</summary>
    public LocalizedText Both(string stem, string source)
    {
        List<TextVersion> versions = [];
        foreach (var language in Language.Official)
        {
            if (this[$"{stem}_{language}"] is { Length: > 0 } value)
            {
                versions.Add(new(language, value, TextState.Approved, 1));
            }
            else
            {
                Fail($"missing language «{language}»: «{stem}_{language}» is empty");
            }
        }

        return LocalizedText.Restore(source, 1, versions);
    }

    /// <summary>The same where both may be empty.</summary>
    public LocalizedText BothOrNone(string stem, string source) =>
        Language.Official.All(l => this[$"{stem}_{l}"].Length == 0) ? LocalizedText.Empty() : Both(stem, source);

    private T Above0<T>(string column, T value)
        where T : IComparable<T>
    {
        if (value.CompareTo(default) <= 0)
        {
            Fail($"«{column}» is not above 0");
        }

        return value;
    }
}
