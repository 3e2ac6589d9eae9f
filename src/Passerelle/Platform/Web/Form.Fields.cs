using System.Globalization;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>The readers of single fields: each cleans what was typed, and notes an error at the field.</summary>
public sealed partial class Form
{
    /// <summary>A family of four is eleven units and one character; a letter under a thousand accents is no character.</summary>
    private const int UnitsPerCharacter = 12;

    public string Line(string field, int max = 200, bool optional = false) =>
        Checked(field, Clean.Line(this[field]), max, optional);

    public string Text(string field, int max = 5000, bool optional = false) =>
        Checked(field, Clean.Text(this[field]), max, optional);

    /// <summary>What a field with «yes» and «no» says; null while it says neither.</summary>
    public bool? YesOrNo(string field) => this[field] switch { "yes" => true, "no" => false, _ => null };

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
