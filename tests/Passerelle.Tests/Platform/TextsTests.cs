using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>The interface's texts, as they stand in the source: complete, alike in three languages, well set.</summary>
public sealed partial class TextsTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string[] Languages = ["fr", "nl", "en"];
    private static readonly Lazy<IReadOnlyList<Folder>> Folders = new(Read);

    [Fact]
    public void Every_text_exists_in_the_three_languages_and_says_something() =>
        None(from folder in Folders.Value
             from key in folder.Keys
             from language in Languages
             where string.IsNullOrWhiteSpace(folder.Text(language, key))
             select $"{folder.Name}: {key} in {language}");

    [Fact]
    public void A_text_has_the_same_placeholders_in_each_language() =>
        None(from folder in Folders.Value
             from key in folder.Keys
             let sets = Languages.Select(l => string.Join(' ', Placeholder().Matches(folder.Text(l, key) ?? "").Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal))).ToList()
             where sets.Distinct().Count() > 1 && !OneMayLeaveTheNumberOut(key, sets)
             select $"{folder.Name}: {key}: {string.Join(" | ", sets)}");

    [Fact]
    public void Every_text_that_the_code_asks_for_exists() =>
        None(from use in UsesOfTexts()
             where use.Plural ? !use.Matches("one") || !use.Matches("other") : !use.Matches(null)
             select $"{Sources.Short(use.File)}: {(use.Plural ? "N" : "T")}(\"{use.Key}\") in {use.Folder.Name}");

    [Fact]
    public void French_marks_stand_after_a_space_that_does_not_break() =>
        None(from folder in Folders.Value
             from key in folder.Keys
             where LooseFrench().IsMatch(folder.Text("fr", key) ?? "")
             select $"{folder.Name}: {key}: {folder.Text("fr", key)}");

    [Fact]
    public void Dutch_marks_stand_right_after_the_word() =>
        None(from folder in Folders.Value
             from key in folder.Keys
             where LooseDutch().IsMatch(folder.Text("nl", key) ?? "")
             select $"{folder.Name}: {key}: {folder.Text("nl", key)}");

    [Fact]
    public void No_English_is_left_in_French_or_Dutch() =>
        None(from folder in Folders.Value
             from key in folder.Keys
             from language in new[] { "fr", "nl" }
             where English().IsMatch(Placeholder().Replace(folder.Text(language, key) ?? "", ""))
             select $"{folder.Name}: {key} in {language}: {folder.Text(language, key)}");

    [Theory]
    [InlineData("fr", "e-mail", "courriel")]
    [InlineData("fr", "email", "courriel")]
    [InlineData("nl", "courriel", "e-mail")]
    [InlineData("nl", "“", "«")]
    [InlineData("nl", "”", "»")]
    [InlineData("nl", "Deze groep is gepauzeerd: hij", "zij")]
    [InlineData("nl", "groep is opgericht: hij", "zij")]
    public void A_word_that_another_one_stands_for_is_not_used(string language, string avoided, string instead) =>
        None(from folder in Folders.Value
             from key in folder.Keys
             where folder.Text(language, key)?.Contains(avoided, StringComparison.OrdinalIgnoreCase) == true
             select $"{folder.Name}: {key}: «{avoided}», not «{instead}»");

    [Fact]
    public void No_text_names_the_one_grouping_whose_pack_comes_along() =>
        None(from folder in Folders.Value
             from key in folder.Keys
             from language in Languages
             where (folder.Text(language, key) ?? "").Contains("Eurom", StringComparison.OrdinalIgnoreCase)
             select $"{folder.Name}: {key} in {language}: {folder.Text(language, key)}");

    [Fact]
    public void Nothing_of_the_product_knows_the_sides_and_borders_of_the_pack_that_comes_along() =>
        None(from file in Sources.Files(".cs", ".razor", ".css")
             let found = SideOfThePack().Match(File.ReadAllText(file))
             where found.Success
             select $"{Sources.Short(file)}: {found.Value}");

    [Fact]
    public void Every_event_that_an_act_records_has_words()
    {
        var recorded = Sources.Files(".cs")
            .SelectMany(f => RecordCall().Matches(File.ReadAllText(f)).SelectMany(call => EventName().Matches(call.Value)).Select(m => m.Groups[1].Value))
            .Distinct().ToList();
        Assert.True(recorded.Count > 30, $"Only {recorded.Count} names were found");
        None(Wordless(recorded));
    }

    [Fact]
    public async Task Every_event_of_the_demonstration_has_words() =>
        None(Wordless(await platform.Db(db => Task.FromResult(db.Events.Select(e => e.Name).Distinct().ToList()))));

    private IEnumerable<string> Wordless(IEnumerable<string> names)
    {
        var words = platform.Services.GetRequiredService<Registry>().EventWords;
        foreach (var language in Languages)
        {
            using var _ = Language.In(language);
            foreach (var name in names.Where(n => words.GetValueOrDefault(n[..(n.IndexOf('.', StringComparison.Ordinal) + 1)])?.Find("event." + n) is null))
            {
                yield return $"{name} in {language}";
            }
        }
    }

    /// <summary>«one» may be written out: «a group» for «1 group».</summary>
    private static bool OneMayLeaveTheNumberOut(string key, IEnumerable<string> sets) =>
        key.EndsWith(".one", StringComparison.Ordinal) && sets.Select(s => s.Replace("0", "", StringComparison.Ordinal).Trim()).Distinct().Count() == 1;

    private static void None(IEnumerable<string> wrong)
    {
        var lines = wrong.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines.Prepend($"{lines.Count}:")));
    }

    private static IEnumerable<Use> UsesOfTexts()
    {
        foreach (var file in Sources.Files(".cs", ".razor"))
        {
            var code = File.ReadAllText(file);
            foreach (Match call in Call().Matches(code))
            {
                if (FolderOf(file, code, call.Groups["class"].Value) is { } folder)
                {
                    yield return new(file, folder, call.Groups["key"].Value, call.Groups["interpolated"].Length > 0, call.Groups["kind"].Value == "N");
                }
            }
        }
    }

    /// <summary>The texts that a call means: those it names, else those that the file or an _Imports above it takes in, else the nearest.</summary>
    private static Folder? FolderOf(string file, string code, string named)
    {
        var name = named.Length > 0 ? named : StaticUsing().Match(code) is { Success: true } own ? own.Groups[1].Value : null;
        for (var folder = Path.GetDirectoryName(file)!; folder.Length >= Sources.Product.Length; folder = Path.GetDirectoryName(folder)!)
        {
            var imports = Path.Combine(folder, "_Imports.razor");
            if (name is null && file.EndsWith(".razor", StringComparison.Ordinal) && File.Exists(imports) && StaticUsing().Match(File.ReadAllText(imports)) is { Success: true } shared)
            {
                name = shared.Groups[1].Value;
            }

            if (Folders.Value.FirstOrDefault(f => f.Path == folder && (name is null || f.Class == name)) is { } found)
            {
                return found;
            }
        }

        return Folders.Value.SingleOrDefault(f => f.Class == name); // WebTexts, ComponentTexts: named from elsewhere
    }

    private static List<Folder> Read() =>
        [.. Sources.Files(".fr.resx").Select(file => new Folder(
            Path.GetDirectoryName(file)!,
            Path.GetFileName(file)[..^".fr.resx".Length],
            Languages.ToDictionary(l => l, l => XDocument.Load(file.Replace(".fr.resx", $".{l}.resx", StringComparison.Ordinal)).Root!.Elements("data")
                .ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!))))];

    private sealed record Folder(string Path, string Class, Dictionary<string, Dictionary<string, string>> Texts)
    {
        public string Name => $"{Sources.Short(Path)}/{Class}";

        public IEnumerable<string> Keys => Texts.Values.SelectMany(t => t.Keys).Distinct();

        public string? Text(string language, string key) => Texts[language].GetValueOrDefault(key);
    }

    private sealed record Use(string File, Folder Folder, string Key, bool Interpolated, bool Plural)
    {
        public bool Matches(string? form)
        {
            var key = form is null ? Key : $"{Key}.{form}";
            if (!Interpolated)
            {
                return Folder.Keys.Contains(key);
            }

            var pattern = "^" + string.Join(".+", Hole().Split(key).Select(Regex.Escape)) + "$";
            return Folder.Keys.Any(k => Regex.IsMatch(k, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
        }
    }

    [GeneratedRegex(@"--french\b|tone-french|\b(flemish|walloon)\b|""(mel|france)""")]
    private static partial Regex SideOfThePack();

    [GeneratedRegex(@"\{(\w+)(?:[:,][^}]*)?\}")]
    private static partial Regex Placeholder();

    /// <summary>A mark without its space, or after one that breaks; «:» in 18:30 and in addresses is none.</summary>
    [GeneratedRegex(@"(?<![\u00A0\u202F;!?])[;!?»](?![\w;])|[ \p{L}\p{N}\}»)]:(?=\s|$)|«(?![\u00A0\u202F])")]
    private static partial Regex LooseFrench();

    [GeneratedRegex(@"[ \u00A0\u202F][;:!?](?=\s|$)")]
    private static partial Regex LooseDutch();

    [GeneratedRegex(@"\b(the|and|with|your|this|you|from|there|have|not)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\bRecord\(\s*\w[^;]*;")]
    private static partial Regex RecordCall();

    [GeneratedRegex("(?<!\\$)\"([a-z]+(?:\\.[a-z-]+)+)\"")]
    private static partial Regex EventName();

    [GeneratedRegex(@"(?<![\w.])(?:(?<class>\w*Texts)\.)?(?<kind>[TN])\((?<interpolated>\$?)""(?<key>[^""]+)""(?=[,)])")]
    private static partial Regex Call();

    [GeneratedRegex(@"using static [\w.]*?\.?(\w*Texts);?\s*$", RegexOptions.Multiline)]
    private static partial Regex StaticUsing();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
