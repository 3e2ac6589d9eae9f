using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Programme.Contract;

namespace Passerelle.Programme;

/// <summary>Reads the programmes that pack.json names: each fault is named with its file and its path in it.</summary>
internal sealed class ProgrammePack : PackPart
{
    private readonly List<Root> _read = [];
    private readonly List<DecidingBody> _bodies = [];

    public override int Order => 30;

    public override void Read(PackFolder pack)
    {
        // What is wrong with the bodies themselves their own part says; here they are only what orientations may cite.
        _bodies.AddRange(pack.Peek("bodies.csv").DistinctBy(r => r["id"]).Select(r => new DecidingBody(r["id"], r.Both("name", Language.Official[0]))));
        HashSet<int> years = [];
        var files = pack.ReadJson("pack.json") is { } json ? PackProgramme.Files(json) : [];
        foreach (var file in files)
        {
            if (pack.ReadJson(file) is { } year)
            {
                new ProgrammeReading([.. _bodies.Select(b => b.Code)], years, _read).Read(year);
            }
        }

        foreach (var forgotten in pack.FilesIn("", "programme-*.json").Except(files))
        {
            pack.Fail("pack.json", 0, $"programmes: «{forgotten}» is not named");
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_bodies);
        db.AddRange(_read);
        return Task.CompletedTask;
    }
}
