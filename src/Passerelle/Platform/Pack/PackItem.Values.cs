using System.Globalization;
using System.Text.Json;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Pack;

/// <summary>The values under its keys.</summary>
public sealed partial class PackItem
{
    /// <summary>One line of text.</summary>
    public string Value(string key, int most = 200)
    {
        if (Optional(key, most) is { } value)
        {
            return value;
        }

        if (!Has(key) || Find(key) is { ValueKind: JsonValueKind.String })
        {
            Fail(key, "is missing");
        }

        return "";
    }

    public string? Optional(string key, int most = 200)
    {
        if (String(key) is not { } text || Clean.Line(text) is not { Length: > 0 } line)
        {
            return null;
        }

        if (line.Length > most)
        {
            Fail(key, $"is longer than {most} characters");
        }

        return line;
    }

    /// <summary>Text of several lines.</summary>
    public string Paragraphs(string key)
    {
        var raw = String(key);
        if (!Has(key) || (raw is not null && Clean.Text(raw).Length == 0))
        {
            Fail(key, "is missing");
        }

        return Clean.Text(raw);
    }

    public string Code(string key) => Value(key, PackWords.LongestCode);

    public string Slug(string key)
    {
        var slug = Value(key, PackWords.LongestSlug);
        if (!PackWords.IsSlug(slug))
        {
            Fail(key, $"«{slug}» is no slug: a-z, 0-9 and - only");
        }

        return slug;
    }

    /// <summary>One of some words; the kind says what it is one of.</summary>
    public string OneOf(string key, string kind, params IEnumerable<string> known)
    {
        var word = Value(key);
        if (word.Length > 0 && !known.Contains(word))
        {
            Fail(key, $"unknown {kind} «{word}»");
        }

        return word;
    }

    public T OneOf<T>(string key, string kind)
        where T : struct, Enum => Enum.TryParse<T>(OneOf(key, kind, Enum.GetNames<T>()), out var value) ? value : default;

    /// <summary>True or false; an absent one is false.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } value || value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return Find(key) is { ValueKind: JsonValueKind.True };
        }

        Fail(key, "is neither true nor false");
        return false;
    }

    public int Int(string key, int least = 1)
    {
        if (Find(key) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= least)
        {
            return number;
        }

        Fail(key, $"is no whole number of at least {least}");
        return least;
    }

    public int? OptionalInt(string key, int least = 0) => Has(key) ? Int(key, least) : null;

    public double Positive(string key)
    {
        if (Find(key) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && number > 0 && double.IsFinite(number))
        {
            return number;
        }

        Fail(key, "is not above 0");
        return 1;
    }

    public DateOnly Day(string key)
    {
        if (PackWords.Date(String(key)) is { } date)
        {
            return date;
        }

        Fail(key, Has(key) ? $"«{Raw(key)}» is no date" : "is missing");
        return PackWords.NoDate;
    }

    /// <summary>As the file has it: half a character, which JSON can escape, is no text.</summary>
    private string? Raw(string key) => Find(key)?.GetRawText().Trim('"');

    public DateOnly? OptionalDay(string key) => Has(key) ? Day(key) : null;

    /// <summary>The keys «from» and «until».</summary>
    public (DateOnly From, DateOnly? Until) Days()
    {
        var (from, until) = (Day("from"), OptionalDay("until"));
        if (until < from)
        {
            Fail("until", $"{until:yyyy-MM-dd} lies before {from:yyyy-MM-dd}");
        }

        return (from, until);
    }

    /// <summary>A time on a wall clock in the pack's zone.</summary>
    public DateTime Moment(string key)
    {
        if (DateTime.TryParseExact(String(key), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 1800 and <= 2200)
        {
            return moment;
        }

        Fail(key, Has(key) ? $"«{Raw(key)}» is no instant" : "is missing");
        return DateTime.UnixEpoch;
    }
}
