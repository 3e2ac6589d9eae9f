using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Programme;

/// <summary>
/// The programme of a year. While it is being prepared its parts change freely; once the Director validated it, each
/// change is also an <see cref="Amendment"/>, which readers see.
/// </summary>
internal sealed class ProgrammeYear : Root
{
    private ProgrammeYear()
    {
    }

    public int Year { get; private set; }

    public DateOnly? ValidatedOn { get; private set; }

    /// <summary>Nobody for a year that came validated with the pack.</summary>
    public Guid? ValidatedBy { get; private set; }

    public List<Amendment> Amendments { get; private set; } = [];

    protected override string Kind => "programme";

    public bool IsValidated => ValidatedOn is not null;

    public string Name => Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A year as a pack brings it.</summary>
    public static ProgrammeYear Restore(int year, DateOnly? validated) =>
        new() { Id = PackIds.Of("programme", $"{year}"), Year = year, ValidatedOn = validated };

    /// <summary>Begins a year with what continues of the one before.</summary>
    public static ProgrammeYear CarryForward(Guid id, ProgrammeYear before, int kept, Act act)
    {
        var year = new ProgrammeYear { Id = id, Year = before.Year + 1 };
        year.Record(act, "programme.carried", data: [("year", year.Name), ("before", before.Name), ("actions", $"{kept}")]);
        return year;
    }

    public void Validate(int actions, DateOnly today, Act act)
    {
        if (IsValidated)
        {
            throw new RuleBroken(Texts.T("validate.already", Year, Say.LongDate(ValidatedOn!.Value)));
        }

        if (actions == 0)
        {
            throw new RuleBroken(Texts.T("validate.empty"));
        }

        (ValidatedOn, ValidatedBy) = (today, act.Person);
        Record(act, "programme.validated", isPublic: true, data: ("year", Name));
    }

    /// <summary>Notes what a change altered, once the year is validated.</summary>
    public void Amend(Act act, AmendedItem item, string code, AmendmentChange change, LocalizedText before, LocalizedText after)
    {
        if (IsValidated)
        {
            Amendments.Add(new(Id, act, item, code, change, before, after));
        }
    }
}
