using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>The contracts that the table allows, and each refusal, through the page where the post is offered.</summary>
public sealed class OfferTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    public static TheoryData<string, string, string, string?, string?, string?> Allowed => new()
    {
        { "F", "no", "FixedTerm", "36", null, null },
        { "F", "no", "FixedTerm", "36", "36", null },
        { "F", "yes", "Permanent", null, null, null },
        { "F", "yes", "MadeAvailable", null, null, "Ville de Roubaix" },
        { "B", "no", "Permanent", null, null, null },
        { "B", "yes", "Permanent", null, null, null },
        { "Other", "no", "Permanent", null, null, null },
        { "Other", "yes", "Permanent", null, null, null },
    };

    public static TheoryData<string, string, string, string?, string?, string?, string, string> Refused => new()
    {
        { "F", "no", "FixedTerm", "37", null, null, "months", "36 mois au plus" },
        { "F", "no", "FixedTerm", "36", "37", null, "before", "72 mois au plus" },
        { "F", "no", "FixedTerm", null, null, null, "months", "a une durée" },
        { "F", "no", "Permanent", null, null, null, "contract", "durée indéterminée pour" },
        { "F", "no", "MadeAvailable", null, null, "Ville de Roubaix", "contract", "mise à disposition pour" },
        { "F", "yes", "FixedTerm", "12", null, null, "contract", "durée déterminée pour" },
        { "F", "yes", "MadeAvailable", null, null, null, "home", "nomme la collectivité" },
        { "F", "yes", "Permanent", "12", null, null, "months", "à durée déterminée" },
        { "F", "yes", "Permanent", null, null, "Ville de Roubaix", "home", "pour une mise à disposition" },
        { "B", "no", "MadeAvailable", null, null, "Stad Kortrijk", "contract", "mise à disposition pour" },
        { "B", "yes", "MadeAvailable", null, null, "Stad Kortrijk", "contract", "mise à disposition pour" },
        { "B", "no", "FixedTerm", "12", null, null, "contract", "durée déterminée pour" },
        { "Other", "yes", "MadeAvailable", null, null, "Stad Kortrijk", "contract", "mise à disposition pour" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task What_the_table_allows_is_offered(string regime, string servant, string contract, string? months, string? before, string? home)
    {
        var (director, number) = await Retained(platform);
        var answer = await Offer(director, number, regime, servant, contract, months, before, home);
        Assert.True(answer.Location is not null, answer.Main);
        var id = (await platform.Sent(number)).Id;
        var offer = await platform.Db(db => db.Set<Offer>().FirstAsync(o => o.ApplicationId == id));
        Assert.Equal((contract, months), (offer.Contract.ToString(), offer.Months?.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(Outcome.Chosen, await platform.Db(db => db.Set<Decision>().Where(d => d.ApplicationId == id).Select(d => d.Outcome).FirstAsync()));
        await platform.Db(async db =>
        {
            (await db.Set<Offer>().FirstAsync(o => o.Id == offer.Id)).Answer(accepts: false, platform.Clock.Today, Act.BySystem(platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_the_table_does_not_allow_is_refused_naming_the_rule(string regime, string servant, string contract, string? months, string? before, string? home, string field, string words)
    {
        var (director, number) = await Retained(platform);
        var answer = await Offer(director, number, regime, servant, contract, months, before, home);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.ErrorAt(field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_before_the_vacancys_a_training_without_a_name_and_somebody_not_retained_are_refused()
    {
        var (director, number) = await Retained(platform);
        Assert.NotNull((await Offer(director, number, "B", "no", "Permanent", null, null, null, ("starts", "2021-02-28"))).ErrorAt("starts"));
        Assert.NotNull((await Offer(director, number, "B", "no", "Permanent", null, null, null, ("training-ends", "2021-06-30"))).ErrorAt("training"));
        var undecided = await platform.Db(db => db.Set<Application>().OrderByDescending(a => a.Number).Select(a => a.Number!.Value).FirstAsync());
        await platform.Db(async db =>
        {
            db.RemoveRange(await db.Set<Decision>().Where(d => db.Set<Application>().Any(a => a.Id == d.ApplicationId && a.Number == undecided)).ToListAsync());
            return await db.SaveChangesAsync();
        });
        Assert.Contains("retenue ou de la réserve", (await Offer(director, undecided, "B", "no", "Permanent", null, null, null)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_offered_the_post_is_never_in_the_bulk_and_who_withdraws_leaves_it_to_the_next()
    {
        var (director, number) = await Retained(platform, "gives-up@candidats.example");
        Assert.Equal(HttpStatusCode.SeeOther, (await Offer(director, number, "B", "no", "Permanent", null, null, null)).Status);
        var decided = await director.Post(Applicants.At(number, "/decision"), ("outcome", "NotRetained"), ("stage", "Scorecard"), ("reason", "Autre"), ("version", "2"));
        Assert.NotEqual(HttpStatusCode.SeeOther, decided.Status);

        var (_, next) = await Retained(platform);
        Assert.Contains("attend déjà une réponse", (await Offer(director, next, "B", "no", "Permanent", null, null, null)).Main, StringComparison.Ordinal);
        var link = Candidate.LinkIn((await platform.MailsTo("gives-up@candidats.example"))[^1]);
        var candidate = platform.Visitor();
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Post(link, ("answer", "accept"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Post(link.Replace("/offer", "", StringComparison.Ordinal) + "/withdraw")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Offer(director, next, "B", "no", "Permanent", null, null, null)).Status);
        var id = (await platform.Sent(next)).Id;
        await platform.Db(async db =>
        {
            (await db.Set<Offer>().FirstAsync(o => o.ApplicationId == id)).Answer(accepts: false, platform.Clock.Today, Act.BySystem(platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Once_applications_lie_on_the_table_the_rules_the_criteria_and_what_is_judged_stand()
    {
        var (director, _) = await Retained(platform);
        foreach (var (page, field, value) in new[] { ("rules", "deadline", "2021-04-30"), ("demands", "admission", "years"), ("judged", "General.0.fr", "Autre chose"), ("words", "summary.fr", "Autre résumé") })
        {
            var answer = await director.Fill($"/fr/desk/recruitment/{Applicants.Slug}/{page}", (field, value), ("reason.fr", "Pourquoi"), ("reason.nl", "Waarom"));
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{page}: {answer.Status}");
            Assert.Contains("les règles ne changent plus", answer.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_asked_for_a_day_that_is_over_and_a_training_without_an_end_are_refused()
    {
        var (director, number) = await Retained(platform);
        Assert.NotNull((await Offer(director, number, "B", "no", "Permanent", null, null, null, ("answer", "2021-02-18"))).ErrorAt("answer"));
        Assert.NotNull((await Offer(director, number, "B", "no", "Permanent", null, null, null, ("training", "Cours du soir"))).ErrorAt("training-ends"));
    }

    [Fact]
    public async Task Only_the_director_finds_the_page()
    {
        var (_, number) = await Retained(platform);
        foreach (var who in new[] { "juror", "coordinator", "administrator", "citizen" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As(who)).Get(Applicants.At(number, "/offer"))).Status);
        }
    }

    internal static Task<Answer> Offer(Guest director, int number, string regime, string servant, string contract, string? months, string? before, string? home, params (string, string?)[] more) =>
        director.Fill(Applicants.At(number, "/offer"), [("regime", regime), ("servant", servant), ("contract", contract), ("months", months ?? ""), ("before", before ?? ""), ("home", home ?? ""), .. more]);

    /// <summary>Somebody whom the Director retained.</summary>
    internal static async Task<(Guest Director, int Number)> Retained(TestPlatform platform, string? email = null, Outcome outcome = Outcome.Retained, string name = "Camille Dervaux")
    {
        var number = await platform.Applies(name, email, reserve: outcome == Outcome.Reserve);
        await platform.AfterTheDeadline();
        await platform.Decided((await platform.Sent(number)).Id, outcome);
        return (await platform.As("director"), number);
    }
}

/// <summary>The end of a procedure: one is hired, two are told, one letter comes back and holds the closing up; after three months the files are gone.</summary>
public sealed class ClosingTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Closing = $"/fr/desk/recruitment/{Applicants.Slug}/closing";

    [Fact]
    public async Task Nobody_is_left_untold_and_after_three_months_nothing_is_left()
    {
        var (director, hired) = await OfferTests.Retained(platform, "hired@candidats.example", name: "Engagée");
        await platform.MoveTo(platform.Clock.Now.AddMinutes(1));
        await Late("told@candidats.example", Outcome.NotRetained);
        var back = await Late("back@candidats.example", Outcome.NotRetained);
        var reserve = await Late("reserve@candidats.example", Outcome.Reserve);

        Assert.Equal(HttpStatusCode.SeeOther, (await OfferTests.Offer(director, hired, "F", "no", "FixedTerm", "36", null, null, ("training", "Cours du soir"), ("training-ends", "2021-06-30"))).Status);
        Assert.Contains("la réponse à la proposition", (await director.Get(Closing)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(Closing + "/letters")).Status);

        var offer = Candidate.LinkIn((await platform.MailsTo("hired@candidats.example")).Last());
        var candidate = platform.Visitor();
        Assert.Contains("30 septembre 2021", (await candidate.Get(offer)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Post(offer, ("answer", "accept"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await candidate.Post(offer, ("answer", "decline"))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/letters")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/letters")).Status); // pressed twice
        Assert.Single(await Letters("told@candidats.example"));
        Assert.Single(await Letters("reserve@candidats.example"));
        Assert.Empty(await Letters("hired@candidats.example"));

        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"{Closing}/{back}/back")).Status);
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        var refused = await director.Post(Closing + "/close");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"À prévenir encore : {back}.", refused.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post($"{Closing}/{back}/address", ($"email-{back}", "nulle part"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post($"{Closing}/{back}/address", ($"email-{back}", "right@candidats.example"))).Status);
        Assert.Single(await Letters("right@candidats.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.Post(Closing + "/close")).Status); // it waits to leave
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Post(Closing + "/close")).Status);
        Assert.Equal(VacancyState.Closed, await platform.Db(db => db.Set<Vacancy>().Where(v => v.Slug == Applicants.Slug).Select(v => v.State).FirstAsync()));
        Assert.Contains("Engag", (await director.Get(Closing)).Main, StringComparison.Ordinal);
        var report = await director.Get($"/nl/desk/recruitment/{Applicants.Slug}/report");
        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.DoesNotContain("Engagée", report.Main, StringComparison.Ordinal);

        // 30 days before the language level is due, and on the day, the hired person and the Director are reminded.
        await platform.MoveTo(platform.Clock.Now.AddMonths(3).AddDays(2));
        Assert.Equal(new[] { hired, reserve }.Order(), await Numbers());
        var copies = await director.Get("/fr/desk");
        Assert.Contains("Effacer les copies", copies.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill($"/fr/desk/recruitment/{Applicants.Slug}/copies")).Status);
        Assert.DoesNotContain("Effacer les copies", (await director.Get("/fr/desk")).Main, StringComparison.Ordinal);
        await platform.MoveTo(new(2021, 9, 30, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, (await platform.MailsTo("hired@candidats.example")).Count(m => m.Subject.StartsWith("Votre niveau de langue", StringComparison.Ordinal)));
        await platform.MoveTo(new(2021, 10, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal([reserve], await Numbers());
        var after = await director.Get($"/fr/desk/recruitment/{Applicants.Slug}/report");
        Assert.Contains("Candidatures numérotées", after.Main, StringComparison.Ordinal);
        Assert.Contains("Choisie", after.Main, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(6, Vaulted()); // three documents and their texts, of the one kept in reserve
        Assert.False(await platform.Db(db => db.Set<QueuedMail>().AnyAsync(m => m.To == "told@candidats.example" || m.To == "right@candidats.example")));
    }

    private async Task<int> Late(string email, Outcome outcome)
    {
        var number = await platform.Applies(email.Split('@')[0], email, reserve: outcome == Outcome.Reserve);
        await platform.Decided((await platform.Sent(number)).Id, outcome);
        return number;
    }

    private int Vaulted() => Directory.EnumerateFiles(Path.Combine(platform.DataFolder, "vault"), "*", SearchOption.AllDirectories).Count();

    private async Task<List<ReadMail>> Letters(string email) => [.. (await platform.MailsTo(email)).Where(m => m.Subject.StartsWith("Votre candidature : Coordinateur", StringComparison.Ordinal) || m.Subject.StartsWith("Votre candidature\u00A0: Coordinateur", StringComparison.Ordinal))];

    private Task<List<int>> Numbers() => platform.Db(db => db.Set<Application>().Where(a => a.Number != null).OrderBy(a => a.Number).Select(a => a.Number!.Value).ToListAsync());
}
