#:project ../../src/Passerelle.Kernels.Translation/Passerelle.Kernels.Translation.csproj
#:property PublishAot=false
// Writes the files that other people's tools are to read («write DIR»), and reads what they made of them («check DIR»).
using Passerelle.Kernels.Translation;
using Passerelle.Kernels.Translation.Documents;
using Passerelle.Kernels.Translation.Tbx;
using Passerelle.Kernels.Translation.Tmx;
using Passerelle.Kernels.Translation.Xliff;

string[] ours = ["fr", "nl"];
var (verb, folder) = (args[0], args[1]);
XliffDocument sent = new([
    new("f1", "projects/7", "3", "fr-BE", "nl-BE", [
        new("title", [new("s1", "Le <1>Parc bleu</1><2/> & l'eau.", "Het <1>Blauwe park</1><2/> & water.", XliffState.Reviewed), new("s2", "Deux rives.")], "Titre"),
        new("body", [new("s1", "Une <1>maison <2>rouge</2></1>.", "Een <1>rood <2>huis</2></1>.", XliffState.Translated, "au sens large")]),
    ]),
    new("f2", "meetings/2", "1", "fr-BE", "nl-BE", [new("place", [new("s1", "À Courtrai, le 2 mai")])]),
]);

// One library keeps a single segment of a unit.
XliffDocument single = new([.. sent.Files.Select(f => f with { Units = [.. f.Units.SelectMany(u => u.Segments.Select((s, i) => new XliffUnit(i == 0 ? u.Id : u.Id + "-2", [s with { Id = "s1" }], u.Name)))] })]);
TmxUnit[] units =
[
    new("projects/7#1", [new("fr-BE", "Le <1>Parc bleu</1><2/> & l'eau."), new("nl-BE", "Het <1>Blauwe park</1><2/> & water.")], "Avant", "Après", "projects/7", "anne", new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)),
    new("projects/7#2", [new("fr-BE", "Deux rives, « à l'écoute »."), new("nl-BE", "Twee oevers.")]),
];
TermEntry[] terms = [new("c1", [new("fr", "groupe action"), new("nl", "actiegroep"), new("nl", "werkgroep", TermStatus.Forbidden)], "gouvernance", "Élus et citoyens", null, "programme")];

if (verb == "write")
{
    To("sent.tmx", f =>
    {
        using var writer = new TmxWriter(f, new("fr-BE", "Passerelle", "1.0"));
        Array.ForEach(units, writer.Write);
    });
    To("sent.12.xlf", f => XliffWriter.Write(f, sent, XliffVersion.V12));
    To("sent.21.xlf", f => XliffWriter.Write(f, sent, XliffVersion.V21));
    To("sent.single.21.xlf", f => XliffWriter.Write(f, single, XliffVersion.V21));
    To("omegat.12.xlf", f => XliffWriter.Write(f, sent, XliffVersion.V12, fillTargets: true));
    To("omegat.tmx", f =>
    {
        using var writer = new TmxWriter(f, new("fr-BE", "Passerelle", "1.0"));
        writer.Write(new("1", [new("fr-BE", "Deux rives."), new("nl-BE", "Twee rivieren.")]));
    });
    To("sent.tbx", f => TbxWriter.Write(f, terms, "Termes", "fr"));
    To("translated.docx", f =>
    {
        var word = Read("document.docx", "fr-BE");
        word.Write(f, word.Blocks.ToDictionary(b => b.Id, b => Loud(b.Text)), "nl-BE");
    });
    return 0;
}

var (passed, failed) = (0, 0);
foreach (var file in Directory.GetFiles(folder, "back*").Order())
{
    Check(Path.GetFileName(file), () => Path.GetExtension(file) switch
    {
        ".tmx" => Memory(file),
        ".docx" => Word(file),
        _ => Return(file),
    });
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed > 0 || passed == 0 ? 1 : 0;

string Memory(string file)
{
    using var stream = File.OpenRead(file);
    using var reader = new TmxReader(stream, ours);
    var read = reader.Units().ToList();
    var same = read.Count == units.Length && read.Zip(units).All(p => p.First.In("fr") == p.Second.In("fr") && p.First.In("nl") == p.Second.In("nl")?.Replace("Twee oevers", "Twee rivieren") && p.First.Id == p.Second.Id && p.First.Previous == p.Second.Previous);
    return same ? "" : "units differ: " + string.Join("; ", read.SelectMany(u => u.Variants).Select(v => v.Text));
}

string Return(string file)
{
    using var stream = File.OpenRead(file);
    var npm = file.Contains(".npm.", StringComparison.Ordinal);
    var back = XliffReturn.Compare(npm ? single : sent, XliffReader.Read(stream));
    var changed = string.Join("; ", back.Changed.Where(c => c.IsNewText).Select(c => $"{c.Original} {c.Unit.Replace("-2", "")} {(npm ? "s2" : c.Segment)} {c.After}"));
    return back.Missing.Count == 0 && back.Apart.Count == 0 && back.Emptied.Count == 0 && changed == "projects/7 title s2 Twee rivieren." ? "" : $"changed: {changed}; missing: {string.Join(", ", back.Missing)}; emptied: {back.Emptied.Count}; apart: {back.Apart.Count}";
}

void Check(string name, Func<string> check)
{
    string wrong;
    try
    {
        wrong = check();
    }
    catch (Exception e)
    {
        wrong = e.Message;
    }

    Console.WriteLine(wrong.Length == 0 ? $"ok      {name}" : $"FAILED  {name}: {wrong}");
    _ = wrong.Length == 0 ? passed++ : failed++;
}

void To(string name, Action<Stream> write)
{
    using var file = File.Create(Path.Combine(folder, name));
    write(file);
}

// What LibreOffice made of the translation has all texts of the original, and none is left as it was.
string Word(string file)
{
    string Texts(TextDocument document) => string.Join('|', document.Blocks.Select(b => Tags.Without(b.Text).Trim()).Order(StringComparer.Ordinal));
    var (expected, read) = (Loud(Texts(Read("document.docx", "fr-BE"))), Texts(Read(file, "nl-BE")));
    return expected == read && expected.Split('|').Length == 8 ? "" : $"{expected} became {read}";
}

TextDocument Read(string file, string language) => TextDocument.Read(new MemoryStream(File.ReadAllBytes(Path.Combine(folder, file))), DocumentKind.Word, language);

string Loud(string text) => text.ToUpperInvariant();
