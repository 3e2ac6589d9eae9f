using Passerelle.Accounts.Contract;
using Passerelle.Bodies.Contract;
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
        _read.AddRange(pack.ReadCsv(PackMandates.File, "person", "function_*", "commune", "partner", "from", "until").Select((row, i) => reading.Mandate(row, i, clock.Today)));
        _read.AddRange(pack.ReadCsv("demo/offices.csv", "commune", "holder", "from", "until").SelectMany(reading.Office));
        var seats = pack.Peek("seats.csv").DistinctBy(r => r["id"]).ToDictionary(r => r["id"], r => r["partner"], StringComparer.Ordinal);
        _read.AddRange(pack.ReadCsv("demo/sittings.csv", "seat", "person", "partner", "function_*", "from", "until").Select(row => reading.Sitting(row, seats)));
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

        row.Required("until");
        var (from, until) = row.Days();
        return LocalMandate.Restore(PackIds.Of("mandate", $"{index}/{row["person"]}"), person.Id, row.Both("function", person.Language), commune, partner, from, until, today);
    }

    /// <summary>The tenure, and the office with the first one.</summary>
    public IEnumerable<object> Office(PackRow row)
    {
        row.Required("commune");
        var (commune, holder) = (Commune(row) ?? "", Person(row, "holder"));
        var (from, until) = row.Days();
        Take(row, "office/" + commune, from, until);
        return _offices.Add(commune)
            ? [new Office(commune), new Tenure(Passerelle.Bodies.Office.IdOf(commune), holder.Id, from, until)]
            : [new Tenure(Passerelle.Bodies.Office.IdOf(commune), holder.Id, from, until)];
    }

    public Sitting Sitting(PackRow row, IReadOnlyDictionary<string, string> seats)
    {
        var person = Person(row, "person");
        if (!seats.TryGetValue(row["seat"], out var owner))
        {
            row.Fail($"unknown seat «{row["seat"]}»");
        }
        else if (owner.Length > 0 && owner != row["partner"])
        {
            row.Fail($"the seat belongs to the partner «{owner}»");
        }

        var (from, until) = row.Days();
        Take(row, "seat/" + row["seat"], from, until);
        return new(PackIds.Of("seat", row["seat"]), person.Id, Partner(row), row.BothOrNone("function", person.Language), from, until);
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
}
