using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory.Contract;

namespace Passerelle.Bodies;

/// <summary>Invented people's mandates, offices and seats.</summary>
internal sealed class DemoBodiesPack(Clock clock) : PackPart
{
    private readonly List<object> _read = [];

    public override int Order => 45;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        _read.Clear();
        var reading = new DemoRows(PackPeople.In(pack), PackTerritory.Of(pack));
        _read.AddRange(pack.ReadCsv("demo/mandates.csv").Select((row, i) => reading.Mandate(row, i, clock.Today)));
        _read.AddRange(pack.ReadCsv("demo/offices.csv").SelectMany(reading.Office));
        var seats = pack.Has("seats.csv") ? pack.ReadCsv("seats.csv").Select(r => r["id"]).ToHashSet(StringComparer.Ordinal) : [];
        _read.AddRange(pack.ReadCsv("demo/sittings.csv").Select(row => reading.Sitting(row, seats)));
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_read);
        return Task.CompletedTask;
    }
}

/// <summary>One row after the other, checked; remembers who holds what, so that nobody holds it twice at once.</summary>
internal sealed class DemoRows(IReadOnlyDictionary<string, PackPerson> people, PackTerritory territory)
{
    private readonly Dictionary<string, List<(DateOnly From, DateOnly? Until)>> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _offices = new(StringComparer.Ordinal);

    public LocalMandate Mandate(PackRow row, int index, DateOnly today)
    {
        var person = Person(row, "person");
        var (commune, partner) = (Commune(row), Partner(row));
        if (commune is null == partner is null)
        {
            row.Fail("exactly one of «commune» and «partner» must be filled");
        }

        var (from, until) = Days(row);
        return LocalMandate.Restore(PackIds.Of("mandate", $"{index}/{row["person"]}"), person.Id, row.Both("function", person.Language), commune, partner, from, until, today);
    }

    /// <summary>The tenure, and the office with the first one.</summary>
    public IEnumerable<object> Office(PackRow row)
    {
        var (commune, holder) = (Commune(row) ?? "", Person(row, "holder"));
        var (from, until) = Days(row);
        Take(row, "office/" + commune, from, until);
        return _offices.Add(commune)
            ? [new Office(commune), new Tenure(Passerelle.Bodies.Office.IdOf(commune), holder.Id, from, until)]
            : [new Tenure(Passerelle.Bodies.Office.IdOf(commune), holder.Id, from, until)];
    }

    public Sitting Sitting(PackRow row, IReadOnlySet<string> seats)
    {
        var person = Person(row, "person");
        if (!seats.Contains(row["seat"]))
        {
            row.Fail($"unknown seat «{row["seat"]}»");
        }

        var (from, until) = Days(row);
        Take(row, "seat/" + row["seat"], from, until);
        return new(PackIds.Of("seat", row["seat"]), person.Id, Partner(row), BodiesPack.Optional(row, "function", person.Language), from, until);
    }

    private void Take(PackRow row, string what, DateOnly from, DateOnly? until)
    {
        if (!_taken.TryGetValue(what, out var periods))
        {
            _taken[what] = periods = [];
        }

        if (periods.Exists(p => Period.Overlap(from, until, p.From, p.Until)))
        {
            row.Fail("two people at once");
        }

        periods.Add((from, until));
    }

    private (Guid Id, string Language) Person(PackRow row, string column)
    {
        if (people.TryGetValue(row[column], out var person))
        {
            return (person.Id, person.Language);
        }

        row.Fail($"unknown person «{row[column]}»");
        return (Guid.Empty, Language.Official[0]);
    }

    private string? Commune(PackRow row)
    {
        if (row["commune"].Length > 0 && !territory.HasCommune(row["commune"]))
        {
            row.Fail($"unknown commune «{row["commune"]}»");
        }

        return row["commune"].Length > 0 ? row["commune"] : null;
    }

    private string? Partner(PackRow row)
    {
        if (row["partner"].Length > 0 && !territory.Partners.Contains(row["partner"]))
        {
            row.Fail($"unknown partner «{row["partner"]}»");
        }

        return row["partner"].Length > 0 ? row["partner"] : null;
    }

    private static (DateOnly From, DateOnly? Until) Days(PackRow row)
    {
        row.Required("from");
        var (from, until) = (row.Date("from") ?? default, row.Date("until"));
        if (until < from)
        {
            row.Fail($"«until» ({row["until"]}) lies before «from» ({row["from"]})");
        }

        return (from, until);
    }
}
