using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory.Contract;

namespace Passerelle.Bodies;

/// <summary>The pack's bodies and their seats.</summary>
internal sealed class BodiesPack : PackPart
{
    private readonly List<object> _read = [];

    public override int Order => 40;

    public override void Read(PackFolder pack)
    {
        _read.Clear();
        var bodies = ReadBodies(pack);
        var seats = ReadSeats(pack, bodies);
        foreach (var (row, body) in bodies.Values)
        {
            var rows = seats.Count(s => s.Body == body.Code);
            if (rows > 0 && rows != body.Seats)
            {
                row.Fail($"«seats» says {row["seats"]}, but seats.csv has {rows}");
            }
        }

        _read.AddRange([.. bodies.Values.Select(b => b.Body), .. seats]);
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_read);
        return Task.CompletedTask;
    }

    private static Dictionary<string, (PackRow Row, Body Body)> ReadBodies(PackFolder pack)
    {
        Dictionary<string, (PackRow, Body)> bodies = new(StringComparer.Ordinal);
        foreach (var row in pack.ReadCsv("bodies.csv", "id", "name_*", "seats", "note_*", "rhythm_*"))
        {
            var id = row.Slug("id");
            var seats = row["seats"].Length > 0 ? row.PositiveInt("seats") : (int?)null;
            var body = new Body
            {
                Id = PackIds.Of("institution", id),
                Code = id,
                Order = bodies.Count,
                Name = row.Both("name", Language.Official[0]),
                Seats = seats,
                Note = row.BothOrNone("note", Language.Official[0]),
                Rhythm = row.BothOrNone("rhythm", Language.Official[0]),
            };
            if (!bodies.TryAdd(id, (row, body)))
            {
                row.Fail($"duplicate id «{id}»");
            }
        }

        return bodies;
    }

    private static List<Seat> ReadSeats(PackFolder pack, Dictionary<string, (PackRow Row, Body Body)> bodies)
    {
        var territory = PackTerritory.Of(pack);
        List<Seat> seats = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var row in pack.ReadCsv("seats.csv", "id", "body", "label_*", "side", "partner"))
        {
            var id = row.Slug("id");
            row.Once("id", seen);
            if (!bodies.ContainsKey(row["body"]))
            {
                row.Fail($"unknown body «{row["body"]}»");
            }

            var (side, partner) = (Known(row, "side", territory.Sides), Known(row, "partner", territory.Partners));
            seats.Add(new(PackIds.Of("seat", id), id, row["body"], seats.Count, row.Both("label", Language.Official[0]), side, partner));
        }

        return seats;
    }

    private static string? Known(PackRow row, string column, IReadOnlySet<string> codes)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (!codes.Contains(row[column]))
        {
            row.Fail($"unknown {column} «{row[column]}»");
        }

        return row[column];
    }
}
