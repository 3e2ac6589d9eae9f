using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Passerelle.Tests.Platform;

/// <summary>publiccode.yml as the standard's version 0.4 wants it, so that catalogues of public software can read it.</summary>
public sealed partial class PublicCodeTests
{
    private static readonly string[] Statuses = ["concept", "development", "beta", "stable", "obsolete"];
    private static readonly string[] Types = ["standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend", "standalone/other", "addon", "library", "configurationFiles"];
    private static readonly string[] Maintained = ["internal", "contract", "community", "none"];
    private static readonly YamlMappingNode Root = Read();

    [Fact]
    public void Its_first_keys_name_the_software_and_where_it_is()
    {
        Assert.Matches(@"^0\.\d(\.\d+)?$", Value(Root, "publiccodeYmlVersion"));
        Assert.Equal("Passerelle", Value(Root, "name"));
        Assert.True(Uri.TryCreate(Value(Root, "url"), UriKind.Absolute, out var url) && url.Scheme == "https", "url is no address");
        Assert.NotEmpty(Words(Root, "platforms"));
        Assert.Contains(Value(Root, "developmentStatus"), Statuses);
        Assert.Contains(Value(Root, "softwareType"), Types);
        Assert.True(DateOnly.TryParseExact(Value(Root, "releaseDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "releaseDate is no day");
        Assert.Matches(@"^\d+\.\d+\.\d+", Value(Root, "softwareVersion"));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    public void It_describes_itself_in_each_language_of_the_interface(string language)
    {
        var description = Map(Map(Root, "description"), language);
        Assert.InRange(Value(description, "shortDescription").Length, 1, 150);
        Assert.InRange(Value(description, "longDescription").Length, 150, 10_000);
        Assert.All(Words(description, "features"), feature => Assert.InRange(feature.Length, 1, 100));
        Assert.NotEmpty(Words(description, "features"));
    }

    [Fact]
    public void It_has_a_licence_somebody_who_maintains_it_and_the_languages_of_the_interface()
    {
        Assert.Equal("EUPL-1.2", Value(Map(Root, "legal"), "license"));
        Assert.Contains("EUPL", File.ReadAllText(Path.Combine(Sources.Root, "LICENSE")), StringComparison.OrdinalIgnoreCase);
        var maintenance = Map(Root, "maintenance");
        Assert.Contains(Value(maintenance, "type"), Maintained);
        Assert.All(((YamlSequenceNode)maintenance["contacts"]).Cast<YamlMappingNode>(), contact => Assert.NotEqual("", Value(contact, "name")));
        Assert.NotEmpty((YamlSequenceNode)maintenance["contacts"]);
        var localisation = Map(Root, "localisation");
        Assert.Equal("true", Value(localisation, "localisationReady"));
        Assert.Equal(["en", "fr", "nl"], Words(localisation, "availableLanguages").Order());
        Assert.All(Words(localisation, "availableLanguages"), language => Assert.Matches(Bcp47(), language));
    }

    private static YamlMappingNode Read()
    {
        using var file = File.OpenText(Path.Combine(Sources.Root, "publiccode.yml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode of, string key) => (YamlMappingNode)of[key];

    private static string Value(YamlMappingNode of, string key) => ((YamlScalarNode)of[key]).Value!.Trim();

    private static IReadOnlyList<string> Words(YamlMappingNode of, string key) => [.. ((YamlSequenceNode)of[key]).Select(n => ((YamlScalarNode)n).Value!)];

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Bcp47();
}
