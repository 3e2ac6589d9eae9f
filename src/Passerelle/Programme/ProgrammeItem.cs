using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Programme;

/// <summary>What axes, themes, actions and orientations have in common: a place in a year, and a code for all years.</summary>
internal abstract class ProgrammeItem : Root, IHasReaders
{
    public Guid YearId { get; protected set; }

    /// <summary>Given once; the same from one year to the next.</summary>
    public string Code { get; protected set; } = "";

    public int Order { get; protected set; }

    /// <summary>The day it was taken out of its year; it stays, so that the trace of the year stays.</summary>
    public DateOnly? EndedOn { get; private set; }

    public Readers Readers => Readers.Everyone;

    protected override string Kind => "programme";

    protected abstract AmendedItem Item { get; }

    /// <summary>The name, title or text by which people know it.</summary>
    protected abstract LocalizedText Words { get; }

    protected void Place(ProgrammeYear year, Guid id, string code, int order) =>
        (Id, YearId, Code, Order) = (id, year.Id, code, order);

    protected void Added(ProgrammeYear year, Act act) =>
        Changed(year, act, AmendmentChange.Added, LocalizedText.Empty(), Words);

    protected void End(ProgrammeYear year, DateOnly today, Act act)
    {
        EndedOn = today;
        Changed(year, act, AmendmentChange.Ended, Words, LocalizedText.Empty());
    }

    /// <summary>Notes a text that changed; a text that is as it was leaves no trace.</summary>
    protected bool Reworded(ProgrammeYear year, Act act, AmendmentChange change, LocalizedText before, LocalizedText after)
    {
        if (Same(before, after))
        {
            return false;
        }

        Changed(year, act, change, before, after);
        return true;
    }

    protected void Changed(ProgrammeYear year, Act act, AmendmentChange change, LocalizedText before, LocalizedText after)
    {
        year.Amend(act, Item, Code, change, before, after);
        var verb = $"{Item}.{change}".ToLowerInvariant();
        Record(act, $"programme.{verb}", year.IsValidated, data: [("year", year.Name), ("code", Code)]);
    }

    private static bool Same(LocalizedText a, LocalizedText b) =>
        a.Source == b.Source && Language.Official.All(l => a.In(l)?.Value == b.In(l)?.Value);
}
