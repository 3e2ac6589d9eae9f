using Microsoft.EntityFrameworkCore;
using Passerelle.Tests.Host;
using Passerelle.Translation.Terms;
using static Passerelle.Tests.Translation.TermsScene;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Tests.Translation;

/// <summary>Terms are found, proposed and decided.</summary>
public sealed class TermsTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Terms_are_found_in_either_language_without_accents_and_filtered_by_use_and_state()
    {
        var citizen = await platform.As("citizen");
        async Task<string> Of(string query) => (await citizen.Get(At + query)).Main;
        Assert.Contains("société civile organisée", await Of("?q=societe+ORGANISEE"), StringComparison.Ordinal);
        Assert.Contains("société civile organisée", await Of("?q=maatschappelijk"), StringComparison.Ordinal);
        var forbidden = await citizen.Get(At + "?status=Forbidden&q=eurometropole");
        Assert.Equal("Eurometropolis", forbidden.Html.QuerySelectorAll("tbody s[lang=nl]").Select(s => s.TextContent).Single(t => t.EndsWith("polis", StringComparison.Ordinal)));
        Assert.DoesNotContain("GECT", await Of("?state=Proposed"), StringComparison.Ordinal);
        Assert.Contains("covoiturage", await Of("?state=Proposed"), StringComparison.Ordinal);
        Assert.Contains("Aucun terme ne répond à cette recherche.", await Of("?q=zzzz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_sorted_by_the_readers_language_and_has_pages()
    {
        var citizen = await platform.As("citizen");
        async Task<List<string>> First(string language, int page) =>
            [.. (await citizen.Get($"/{language}/desk/terms?page={page}")).Html.QuerySelectorAll("tbody th").Select(t => Passerelle.Platform.Localization.Fold.Of(t.TextContent.Trim()))];
        var (french, dutch) = (await First("fr", 1), await First("nl", 1));
        Assert.Equal(50, french.Count);
        Assert.Equal("14 institutionele partners", dutch[0]);
        Assert.Contains("acteurs du numerique", french);
        Assert.Contains("actiegroep", dutch);
        Assert.DoesNotContain(await First("fr", 2), w => w.StartsWith('a'));
    }

    [Fact]
    public async Task A_citizen_proposes_a_term_once_and_a_proofreader_takes_it_into_use()
    {
        var citizen = await platform.As("citizen");
        var form = await citizen.Get(At + "/new");
        (string, string?)[] fields = Typed("halle gourmande", "foodhal", ("note", "pl. halles"), ("definition", "Un marché où l’on mange."), ("origin", "Ville de Lille"));
        var (first, second) = (await citizen.Submit(form, null, fields), await citizen.Submit(form, null, fields));
        Assert.Equal(303, (int)second.Status);
        Assert.Equal(first.Location, second.Location);
        var proofreader = await platform.As("proofreader");
        var address = first.Location!;
        Assert.Equal(303, (int)(await proofreader.Fill(address + "/accept", ("reason", "Bien trouvé"))).Status);
        var page = (await citizen.Get(address)).Main;
        Assert.All(new[] { "En usage", "pl. halles", "Un marché où l’on mange.", "Ville de Lille", "Bien trouvé", "a proposé le terme « halle gourmande – foodhal »" }, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains("heeft de term «halle gourmande – foodhal» aanvaard: Bien trouvé", (await citizen.Get(address.Replace("/fr/", "/nl/", StringComparison.Ordinal))).Main, StringComparison.Ordinal);
        Assert.Equal(TermState.Accepted, (await platform.Term("halle gourmande", "foodhal")).State);
    }

    [Fact]
    public async Task A_pair_that_is_there_is_refused_at_its_field_whatever_its_capitals_and_one_with_another_accent_is_not()
    {
        var citizen = await platform.As("citizen");
        var known = await citizen.Fill(At + "/new", Typed("Qualité de l’EAU", "Waterkwaliteit"));
        Assert.Equal(422, (int)known.Status);
        Assert.Contains("est déjà en usage", known.Error("term.fr"), StringComparison.Ordinal);
        await citizen.Propose("pêche", "visvangst");
        await citizen.Propose("péché", "visvangst");
        var waiting = await citizen.Fill(At + "/new", Typed("pêche", "visvangst"));
        Assert.Contains("est déjà proposé", waiting.Error("term.fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_term_is_refused_at_its_fields_and_what_was_typed_stays()
    {
        var citizen = await platform.As("citizen");
        var wrong = await citizen.Fill(At + "/new", Typed("marché", "", ("status", "Forbidden.de"), ("note", "À voir")));
        Assert.Equal(422, (int)wrong.Status);
        Assert.Contains("dans les deux langues", wrong.Error("term.nl"), StringComparison.Ordinal);
        Assert.NotNull(wrong.ErrorAt("status"));
        Assert.Equal("marché", wrong.Html.QuerySelector("[name='term.fr']")!.GetAttribute("value"));
        Assert.Contains("À voir", wrong.Html.QuerySelector("[name=note]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await citizen.Fill(At + "/new", Typed("…", "markt"))).ErrorAt("term.fr"));
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("translator")]
    [InlineData("coordinator")]
    [InlineData("administrator")]
    public async Task Only_a_proofreader_or_the_Director_decides_changes_or_imports(string who)
    {
        var guest = await platform.As(who);
        var id = OfPack("statuts", "statuten");
        foreach (var act in new[] { "accept", "refuse", "retire", "change" })
        {
            Assert.Equal(403, (int)(await guest.Get($"{At}/{id}/{act}")).Status);
            Assert.Equal(403, (int)(await guest.Post($"{At}/{id}/{act}", [("version", "1"), ("reason", "Non"), .. Typed("a", "b")])).Status);
        }

        Assert.Equal(403, (int)(await guest.Get(At + "/import")).Status);
        Assert.Equal(403, (int)(await guest.Post(At + "/import")).Status);
        Assert.Equal(TermState.Accepted, (await platform.Term("statuts", "statuten")).State);
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Post(At + "/new", Typed("a", "b"))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_has_a_reason_that_the_next_to_propose_it_reads()
    {
        var (citizen, director) = (await platform.As("citizen"), await platform.As("director"));
        var address = await citizen.Propose("mobilier urbain", "stadsmeubel");
        Assert.NotNull((await director.Fill(address + "/refuse")).ErrorAt("reason"));
        Assert.Equal(303, (int)(await director.Fill(address + "/refuse", ("reason", "On dit straatmeubilair"))).Status);
        var again = await (await platform.As("translator")).Fill(At + "/new", Typed("mobilier urbain", "stadsmeubel"));
        Assert.Contains("On dit straatmeubilair", again.Error("term.fr"), StringComparison.Ordinal);
        var term = await platform.Term("mobilier urbain", "stadsmeubel");
        Assert.Equal(422, (int)(await director.Post(address + "/refuse", ("version", $"{term.Version}"), ("reason", "Encore"))).Status);
        Assert.Equal(303, (int)(await director.Fill(address + "/accept")).Status);
        Assert.Equal(TermState.Accepted, (await platform.Term("mobilier urbain", "stadsmeubel")).State);
    }

    [Fact]
    public async Task Who_proposed_it_corrects_it_until_it_is_decided_and_the_history_says_what_changed()
    {
        var (citizen, proofreader) = (await platform.As("citizen"), await platform.As("proofreader"));
        var address = await citizen.Propose("quai vert", "groene kaai");
        Assert.Equal(403, (int)(await (await platform.As("translator")).Get(address + "/change")).Status);
        Assert.Equal(303, (int)(await citizen.Fill(address + "/change", ("term.nl", "groene kade"), ("status", "Forbidden.nl"))).Status);
        await proofreader.Fill(address + "/accept");
        Assert.Equal(403, (int)(await citizen.Get(address + "/change")).Status);
        var page = (await citizen.Get(address)).Main;
        Assert.Contains("les mots et l’emploi) : quai vert – groene kaai → quai vert – groene kade", page, StringComparison.Ordinal);
        Assert.Contains("Interdit en néerlandais", page, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await proofreader.Fill(address + "/retire", ("reason", "Trop rare"))).Status);
        Assert.Contains("Trop rare", (await citizen.Get(address)).Main, StringComparison.Ordinal);
        Assert.NotNull((await proofreader.Fill(address + "/change", Typed("statuts", "statuten"))).ErrorAt("term.fr"));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_shown_that_somebody_was_quicker()
    {
        var address = await (await platform.As("citizen")).Propose("place du marché", "marktplein");
        var (one, two) = (await platform.As("director"), await platform.As("proofreader"));
        var version = $"{(await platform.Term("place du marché", "marktplein")).Version}";
        var answers = await Task.WhenAll(one.Post(address + "/accept", ("version", version)), two.Post(address + "/refuse", ("version", version), ("reason", "Non")));
        Assert.Equal([303, 409], answers.Select(a => (int)a.Status).Order());
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && (e.Name == "term.accepted" || e.Name == "term.refused"))));
    }

    [Fact]
    public async Task Of_two_who_propose_the_same_at_once_one_is_told_that_it_is_there()
    {
        var guests = await Task.WhenAll(platform.As("citizen"), platform.As("translator"), platform.As("juror"));
        var answers = await Task.WhenAll(guests.Select(g => g.Post(At + "/new", [("once", Guid.CreateVersion7().ToString()), .. Typed("pont tournant", "draaibrug")])));
        Assert.Equal([303, 422, 422], answers.Select(a => (int)a.Status).Order());
        Assert.Equal(TermStatus.Preferred, (await platform.Term("pont tournant", "draaibrug")).Status);
    }
}
