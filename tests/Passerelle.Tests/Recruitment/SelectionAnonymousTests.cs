using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

public sealed class SelectionAnonymousTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Cv = "CURRICULUM\nÉlodie VANDENBROUCKE\n12 rue des Lilas, 59000 Lille\n+33 6 12 34 56 78\nelodie.vandenbroucke@courrier.example\nwww.linkedin.com/in/elodie-vdb\nCoordination de réseaux depuis 2015\fPage suivante : vandenbroucke a piloté trois projets.";

    [Fact]
    public async Task A_juror_reads_the_masked_text_without_name_or_file_until_they_open_it_and_that_is_recorded()
    {
        var (juror, juror2, director) = await Anonymous();
        var number = await platform.Applies("Élodie Vandenbroucke", "elodie.vandenbroucke@courrier.example", Cv, what: "Chez Vandenbroucke & fils");
        var list = await juror.Get(List);
        Assert.DoesNotContain("Vandenbroucke", list.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"n° {number}", list.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/admissibility", "/conflict", "/open" })
        {
            var page = await juror.Get(At(number, path));
            Assert.Equal(200, (int)page.Status);
            Assert.All(new[] { "Vandenbroucke", "Élodie", "courrier.example", "Lilas", "59000", "12 34 56", "linkedin" }, word => Assert.DoesNotContain(word, page.Text, StringComparison.OrdinalIgnoreCase));
        }

        var read = await juror.Get(At(number));
        Assert.Contains(Masking.Block, read.Main, StringComparison.Ordinal);
        Assert.Contains("Coordination de réseaux depuis 2015", read.Main, StringComparison.Ordinal);
        Assert.Contains("a piloté trois projets", read.Main, StringComparison.Ordinal);
        Assert.Contains("Page 2 sur 2", read.Main, StringComparison.Ordinal);
        Assert.Empty(read.Html.QuerySelectorAll("main a[href*='/documents/'], main img"));

        var document = At(number, $"/documents/{(await platform.Sent(number)).Cv!.Id}");
        Assert.Equal(At(number, "/open"), (await juror.Get(document)).Location);
        Assert.Empty(await platform.Recorded(number));
        Assert.Equal(303, (int)(await juror.Fill(At(number, "/open"))).Status);
        Assert.Contains("Vandenbroucke", (await juror.Get(At(number))).Main, StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await juror.Get(document)).Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["selection.opened", "selection.fetched"], await platform.Recorded(number));
        Assert.Equal(At(number), (await juror.Get(At(number, "/open"))).Location);

        // For this juror and this application alone; the Director reads with names.
        Assert.DoesNotContain("Vandenbroucke", (await juror2.Get(At(number))).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Vandenbroucke", (await director.Get(At(number))).Main, StringComparison.Ordinal);
        var other = await platform.Applies("Autre Personne");
        Assert.DoesNotContain("Autre Personne", (await juror.Get(At(other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_twice_at_once_is_recorded_once()
    {
        var (juror, _, _) = await Anonymous();
        var number = await platform.Applies();
        var page = await juror.Get(At(number, "/open"));
        Assert.All(await Task.WhenAll(juror.Submit(page, null), juror.Submit(page, null)), a => Assert.Equal(303, (int)a.Status));
        Assert.Equal(["selection.opened"], await platform.Recorded(number));
    }

    [Fact]
    public async Task In_the_ranking_a_juror_who_reads_anonymously_sees_numbers()
    {
        var (juror, juror2, director) = await Anonymous();
        var number = await platform.Admitted(juror, juror2, "Nom Classé");
        await juror.Scores(number, 4);
        await juror2.Scores(number, 4);
        Assert.DoesNotContain("Nom Classé", (await juror.Get(List + "/ranking")).Text, StringComparison.Ordinal);
        Assert.Contains("Nom Classé", (await director.Get(List + "/ranking")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Director_sets_it_for_a_vacancy_and_of_two_at_once_one_is_told()
    {
        var (juror, _, director) = await Anonymous();
        Assert.Null((await juror.Get(List)).Html.QuerySelector("main form"));
        var page = await director.Get(List);
        Assert.NotNull(page.Html.QuerySelector("input[name=anonymous][checked]"));
        Assert.Equal(List, (await director.Submit(page, null, ("anonymous", null))).Location);
        Assert.Equal(409, (int)(await director.Submit(page, null)).Status);
        Assert.False(await platform.Db(db => db.Set<Vacancy>().Where(v => v.Slug == Slug).Select(v => v.AnonymousFirst).SingleAsync()));
        Assert.True(await platform.Db(db => db.Events.AnyAsync(e => e.Name == "vacancy.read-first")));
    }

    private async Task<(Guest Juror, Guest Juror2, Guest Director)> Anonymous()
    {
        await platform.AfterTheDeadline();
        var director = await platform.As("director");
        await director.Fill(List, ("anonymous", "true"));
        return (await platform.As("juror"), await platform.As("juror2"), director);
    }
}
