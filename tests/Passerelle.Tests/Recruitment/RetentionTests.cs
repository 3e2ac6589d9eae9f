using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>How long what candidates gave is kept, who keeps a procedure from being closed, and what a candidate takes along.</summary>
public sealed class RetentionTests
{
    private const string Closing = $"/fr/desk/recruitment/{Applicants.Slug}/closing";

    [Fact]
    public async Task Who_is_in_reserve_is_kept_for_two_years_after_the_closing_and_then_nothing_is_left()
    {
        await using var later = new Later();
        await later.InitializeAsync();
        var (director, told) = await OfferTests.Retained(later, "told@candidats.example", Outcome.NotRetained);
        var (_, reserve) = await OfferTests.Retained(later, "reserve@candidats.example", Outcome.Reserve, "Réservée");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/letters")).Status);
        await later.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/close")).Status);
        var (closed, link) = (later.Clock.Now, await LinkOf(later, "reserve@candidats.example"));
        await later.Services.GetRequiredService<MailSender>().SendAll(default);
        var letters = (await later.MailsTo("reserve@candidats.example")).ConvertAll(m => later.Services.GetRequiredService<MailFolder>().FileOf(m.Id));
        Assert.All(letters, l => Assert.True(File.Exists(l)));

        await Night(later, closed.AddMonths(3).AddDays(-1));
        Assert.Equal(new[] { told, reserve }.Order(), await Numbers(later));
        await Night(later, closed.AddMonths(3).AddDays(1));
        Assert.Equal([reserve], await Numbers(later));
        await Night(later, closed.AddYears(2).AddDays(-1));
        Assert.Equal([reserve], await Numbers(later));
        Assert.Contains("Réservée", (await later.Visitor().Get(link)).Main, StringComparison.Ordinal);
        Assert.Equal(6, Vaulted(later)); // three documents, and the text in each

        await Night(later, closed.AddYears(2).AddDays(1));
        Assert.Empty(await Numbers(later));
        Assert.Equal(HttpStatusCode.NotFound, (await later.Visitor().Get(link)).Status);
        Assert.Equal(0, Vaulted(later));
        Assert.DoesNotContain(letters, File.Exists);
        Assert.Empty(await later.MailsTo("reserve@candidats.example"));
        Assert.Equal(0, await later.Db(async db => await db.Set<ApplicationDocument>().CountAsync() + await db.Set<ApplicationLink>().CountAsync() + await db.Set<Decision>().CountAsync() + await db.Set<Telling>().CountAsync()));
        Assert.Equal(2, await later.Db(db => db.Events.CountAsync(e => e.Name == "application.erased")));
        Assert.False(await later.Db(db => db.Events.AnyAsync(e => e.Personal != null && (e.Personal.Contains("reserve@") || e.Personal.Contains("Réservée")))));
    }

    [Fact]
    public async Task Who_never_proved_an_address_and_who_withdrew_get_no_letter_and_keep_nothing_from_being_closed()
    {
        await using var later = new Later();
        await later.InitializeAsync();
        var (director, _) = await OfferTests.Retained(later, "told@candidats.example", Outcome.NotRetained);
        var lapsed = await later.Applies("Jamais Confirmée", "lapsed@candidats.example", proven: false);
        var withdrawn = await later.Applies("Partie Ailleurs", "withdrawn@candidats.example");
        Assert.Contains($"une décision pour : {lapsed} et {withdrawn}", (await director.Get(Closing)).Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(Closing + "/close")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await later.Visitor().Post(await LinkOf(later, "withdrawn@candidats.example") + "/withdraw")).Status);
        await later.MoveTo(Applicants.Deadline.AddDays(3));
        Assert.Equal((ApplicationState.Lapsed, ApplicationState.Withdrawn), ((await later.Sent(lapsed)).State, (await later.Sent(withdrawn)).State));
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/letters")).Status);
        Assert.Equal(1, await later.Db(db => db.Set<Telling>().CountAsync()));
        await later.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/close")).Status);
        var facts = (await director.Get($"/fr/desk/recruitment/{Applicants.Slug}/report")).Html.QuerySelectorAll("main dl.facts dt").ToDictionary(t => t.TextContent, t => t.NextElementSibling!.TextContent, StringComparer.Ordinal);
        Assert.Equal(("3", "1", "1"), (facts["Candidatures numérotées"], facts["Caduque"], facts["Retirée"]));
    }

    [Fact]
    public async Task Who_is_told_reads_it_on_their_page_and_who_leaves_the_reserve_is_kept_no_longer_than_others()
    {
        await using var later = new Later();
        await later.InitializeAsync();
        var (director, _) = await OfferTests.Retained(later, "told@candidats.example", Outcome.NotRetained);
        await OfferTests.Retained(later, "leaves@candidats.example", Outcome.Reserve);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/letters")).Status);
        Assert.Contains("votre candidature n’a pas été retenue", (await later.Visitor().Get(await LinkOf(later, "told@candidats.example"))).Main, StringComparison.Ordinal);
        var link = await LinkOf(later, "leaves@candidats.example");
        Assert.Contains("U staat in de wervingsreserve", (await later.Visitor().Get(link.Replace("/fr/", "/nl/", StringComparison.Ordinal))).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.Visitor().Post(link + "/withdraw")).Status);
        await later.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/close")).Status);
        await Night(later, later.Clock.Now.AddMonths(3).AddDays(1));
        Assert.Empty(await Numbers(later));
    }

    [Fact]
    public async Task A_letter_that_was_rewritten_in_one_language_does_not_leave_before_the_other_follows()
    {
        await using var later = new Later();
        await later.InitializeAsync();
        var (director, _) = await OfferTests.Retained(later, "told@candidats.example", Outcome.NotRetained);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill($"/fr/desk/recruitment/{Applicants.Slug}/letters", ("refusal.fr", "Bonjour {name}, un autre texte."))).Status);
        Assert.Contains("le courriel de refus, relu dans les deux langues", (await director.Get(Closing)).Main, StringComparison.Ordinal);
        var refused = await director.Post(Closing + "/letters");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("le courriel de refus, relu dans les deux langues", refused.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(await later.MailsTo("told@candidats.example"), m => m.Text.Contains("un autre texte", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_download_of_a_candidates_link_holds_what_the_candidate_gave()
    {
        await using var later = new Later();
        await later.InitializeAsync();
        var candidate = await Candidate.Begins(later, "data@candidats.example", name: "Ó d’Hœuvre");
        await candidate.Proves();
        await candidate.Tells(("from.0", "2012-01"), ("until.0", "2019-12"), ("what.0", "Réseaux transfrontaliers"), ("declared", "master"), ("reserve", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Browser.Fill(candidate.Path + "/needs", ("needs", "Un accès sans marches"))).Status);
        await candidate.Prepares();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Sends()).Status);

        var answer = await candidate.Browser.Get(candidate.Path + "/data");
        Assert.Equal("application/json", answer.Response.Content.Headers.ContentType?.MediaType);
        using var file = JsonDocument.Parse(answer.Bytes);
        var data = file.RootElement;
        Assert.Equal(("Ó d’Hœuvre", "data@candidats.example", "fr", "F", "Un accès sans marches"), (Said("Name"), Said("Email"), Said("Language"), Said("regime"), Said("Needs")));
        Assert.Equal((1, "Sent", false, true, 1), (data.GetProperty("number").GetInt32(), Said("state"), data.GetProperty("CivilServant").GetBoolean(), data.GetProperty("KeepInReserve").GetBoolean(), data.GetProperty("MissionsRead").GetInt32()));
        Assert.Equal("master", Assert.Single(data.GetProperty("Declared").EnumerateArray()).GetString());
        var period = Assert.Single(data.GetProperty("experience").EnumerateArray());
        Assert.Equal(("2012-01-01", "2019-12-01", "Réseaux transfrontaliers"), (period.GetProperty("From").GetString(), period.GetProperty("Until").GetString(), period.GetProperty("What").GetString()));
        var documents = await later.Db(db => db.Set<ApplicationDocument>().Select(d => d.Sha256).ToListAsync());
        Assert.Equal(3, documents.Count);
        Assert.Equal(documents.Order(), data.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("Sha256").GetString()!).Order());

        string? Said(string name) => data.GetProperty(name).GetString();
    }

    /// <summary>The night's work of one day, without that of all the nights before, which would take minutes for two years.</summary>
    private static Task<bool> Night(TestPlatform platform, DateTimeOffset due) => platform.Scope(async services =>
    {
        await services.GetRequiredService<Retention>().Run(due, default);
        return true;
    });

    private static async Task<string> LinkOf(TestPlatform platform, string email)
    {
        await platform.Visitor().Post("/fr/jobs/lost-link", ("email", email));
        return Candidate.LinkIn((await platform.MailsTo(email))[^1]);
    }

    private static Task<List<int>> Numbers(TestPlatform platform) => platform.Db(db => db.Set<Application>().Where(a => a.Number != null).OrderBy(a => a.Number).Select(a => a.Number!.Value).ToListAsync());

    private static int Vaulted(TestPlatform platform) => Directory.EnumerateFiles(Path.Combine(platform.DataFolder, "vault"), "*", SearchOption.AllDirectories).Count();

    private sealed class Later : TestPlatform;
}
