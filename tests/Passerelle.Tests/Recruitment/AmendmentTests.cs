using System.Net;
using System.Text.Json;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Interviews;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>What is changed once everybody reads it: it is kept whole, in both languages, and told as it was.</summary>
public sealed class AmendmentTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Desk = "/fr/desk/recruitment/" + Candidate.Vacancy;

    private static readonly (string, string?)[] Why = [("reason.fr", "Une erreur de rédaction."), ("reason.nl", "Een schrijffout.")];

    [Theory]
    [InlineData("criterion.4.nl", "Een aangetoonde verbondenheid met de grensregio")]
    [InlineData("demand.1.nl", "Een goede kennis van de Engelse taal")]
    public async Task One_language_of_what_is_asked_is_corrected_and_all_of_it_keeps_its_place_in_the_translators_work(string field, string words)
    {
        var (director, before) = (await platform.As("director"), await Stored());
        var answer = await director.Fill(Desk + "/demands", [(field, words), .. Why]);
        Assert.True(answer.Location is not null, answer.Main);
        await platform.Deliver();

        var after = await Stored();
        var corrected = after.Criteria.Select(c => c.Words).Concat(after.Languages.Select(l => l.Words)).Single(w => w.In("nl")!.Value == words);
        Assert.Equal((TextState.Approved, false), (corrected.StateIn("nl"), corrected.IsStale("nl")));
        Assert.Equal(before.Criteria.Select(c => (c.Id, c.Code, c.Place)).Order(), after.Criteria.Select(c => (c.Id, c.Code, c.Place)).Order());
        Assert.Equal(before.Languages.Select(l => (l.Id, l.Code, l.Place)).Order(), after.Languages.Select(l => (l.Id, l.Code, l.Place)).Order());
        Assert.Equal(before.Amendments.Count + 1, after.Amendments.Count);
        Assert.Contains(words, (await platform.Visitor().Get("/nl/jobs/" + Candidate.Vacancy)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_that_goes_and_one_that_comes_leave_the_others_as_they_were()
    {
        var (director, before) = (await platform.As("director"), await Stored());
        var page = await director.Get(Desk + "/demands");
        (string, string?)[] fields =
        [
            ("admission", "(master OR experience) AND years AND adherence AND mobility"),
            ("code.4", "mobility"), ("criterion.4.fr", "Des déplacements de part et d’autre de la frontière"), ("criterion.4.nl", "Verplaatsingen aan beide zijden van de grens"),
            .. Why,
        ];
        var answer = await director.Submit(page, null, fields);
        Assert.True(answer.Location is not null, answer.Main);

        var after = await Stored();
        Assert.Equal(["adherence", "experience", "master", "mobility", "years"], after.Criteria.Select(c => c.Code).Order(StringComparer.Ordinal));
        Assert.All(before.Criteria.Where(c => c.Code != "attachment"), c => Assert.Equal(c.Id, after.Criteria.Single(a => a.Code == c.Code).Id));
        Assert.Equal(TextState.Approved, after.Criteria.Single(c => c.Code == "mobility").Words.StateIn("nl"));

        // What was there before comes back, for the other tests.
        var attachment = before.Criteria.Single(c => c.Code == "attachment").Words;
        var back = await director.Fill(Desk + "/demands", [("admission", before.Rules.Admission), ("code.4", "attachment"), ("criterion.4.fr", attachment.In("fr")!.Value), ("criterion.4.nl", attachment.In("nl")!.Value), .. Why]);
        Assert.True(back.Location is not null, back.Main);
    }

    [Fact]
    public async Task An_attribute_that_is_reworded_is_still_the_same_one_and_so_are_those_beside_one_that_goes()
    {
        var (director, before) = (await platform.As("director"), await Stored());
        var page = await director.Get(Desk + "/judged");
        var answer = await director.Submit(page, null, [("General.0.fr", null), ("General.0.nl", null), ("General.1.nl", "Ontwikkeling van het gebied"), .. Why]);
        Assert.True(answer.Location is not null, answer.Main);

        var (was, now) = (InOrder(before), InOrder(await Stored()));
        Assert.Equal(was.Skip(1).Select(a => a.Id), now.Select(a => a.Id));
        Assert.Equal(("Ontwikkeling van het gebied", TextState.Approved), (now[0].Words.In("nl")!.Value, now[0].Words.StateIn("nl")));

        // With one gone the rows move up, and it is still the one that is reworded.
        var again = await director.Fill(Desk + "/judged", [("General.1.fr", "Ouverture sur l’Europe"), ("General.1.nl", "Open blik op Europa"), .. Why]);
        Assert.True(again.Location is not null, again.Main);
        Assert.Equal("Ouverture sur l’Europe", InOrder(await Stored()).Single(a => a.Id == was[2].Id).Words.SourceValue);
    }

    [Theory]
    [InlineData("words", "starting.fr", "Dès le printemps 2021", "à approuver en néerlandais : Entrée en fonction")]
    [InlineData("demands", "criterion.0.fr", "Un diplôme de master reconnu", "à approuver en néerlandais : condition « master »")]
    [InlineData("demands", "demand.0.fr", "La seconde langue, couramment", "à approuver en néerlandais : exigence de langue « second »")]
    [InlineData("judged", "Personal.0.fr", "Travail en commun", "à approuver en néerlandais : critère d’évaluation « Travail en commun »")]
    public async Task What_is_changed_in_the_original_alone_is_refused_by_name_once_everybody_reads_it(string page, string field, string words, string message)
    {
        var (director, before) = (await platform.As("director"), (await Stored()).Version);
        var refused = await director.Fill($"{Desk}/{page}", [(field, words), .. Why]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(message, refused.Main, StringComparison.Ordinal);
        Assert.Equal(before, (await Stored()).Version);
        Assert.DoesNotContain(words, (await platform.Visitor().Get("/fr/jobs/" + Candidate.Vacancy)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_to_the_translators_is_refused_and_what_is_written_in_both_languages_goes_out_approved()
    {
        var director = await platform.As("director");
        var left = await director.Fill(Desk + "/words", [("workplace.fr", "Courtrai, près de la gare"), ("workplace.nl", ""), ("workplace.desk", "true"), .. Why]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, left.Status);
        Assert.Contains("à approuver en néerlandais : Lieu de travail", left.Main, StringComparison.Ordinal);

        var both = await director.Fill(Desk + "/words", [("workplace.fr", "Courtrai, près de la gare"), ("workplace.nl", "Kortrijk, dicht bij het station"), .. Why]);
        Assert.True(both.Location is not null, both.Main);
        await platform.Deliver();
        Assert.Equal(TextState.Approved, (await Stored()).Workplace.StateIn("nl"));
        Assert.Equal(TextState.Approved, (await Stored()).Amendments.MaxBy(a => a.At)!.Reason.StateIn("nl"));
        Assert.Contains("Kortrijk, dicht bij het station", (await platform.Visitor().Get("/nl/jobs/" + Candidate.Vacancy)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_in_the_original_is_corrected_by_calling_the_other_version_the_original()
    {
        var director = await platform.As("director");
        var answer = await director.Fill(Desk + "/words", [("seat.source", "nl"), ("seat.fr", "Le siège, tel que corrigé"), .. Why]);
        Assert.True(answer.Location is not null, answer.Main);
        var seat = (await Stored()).Seat;
        Assert.Equal(("nl", TextState.Approved, false), (seat.Source, seat.StateIn("fr"), seat.IsStale("fr")));
    }

    [Fact]
    public async Task Two_changes_in_quick_succession_are_each_told_with_what_changed_and_why()
    {
        var candidate = await Candidate.Begins(platform, "twice@candidats.example");
        // Both at once, so that neither is delivered before the other is there.
        await platform.Db(async db =>
        {
            var (vacancy, act) = ((await db.Vacancy(Candidate.Vacancy))!, new Act(await platform.PersonOf("director"), platform.Clock.Now));
            vacancy.ChangeRules(vacancy.Rules with { ContactPhone = "+32 56 00 00 01" }, LocalizedText.Of("fr", ("fr", "Le numéro manquait."), ("nl", "Het nummer ontbrak.")), act);
            vacancy.ChangeRules(vacancy.Rules with { LanguageMonths = 4 }, LocalizedText.Of("fr", ("fr", "La formation dure plus longtemps."), ("nl", "De opleiding duurt langer.")), act);
            return await db.SaveChangesAsync();
        });
        await platform.Deliver();

        var mails = await candidate.Mails();
        var (first, second) = (Assert.Single(mails, m => m.Text.Contains("Le numéro manquait.", StringComparison.Ordinal)), Assert.Single(mails, m => m.Text.Contains("La formation dure plus longtemps.", StringComparison.Ordinal)));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Contains("le contact", first.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("les langues demandées", second.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_posting_says_nothing_to_search_engines_of_how_much_of_the_week_is_worked()
    {
        var posting = JsonDocument.Parse((await platform.Visitor().Get("/fr/jobs/" + Candidate.Vacancy)).Html.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("JobPosting", posting.GetProperty("@type").GetString());
        Assert.False(posting.TryGetProperty("employmentType", out _));
    }

    [Fact]
    public async Task The_former_post_of_the_demonstration_begins_in_the_month_that_its_text_names()
    {
        var rules = await (await platform.As("director")).Get("/fr/desk/recruitment/assistant-e-administratif-2019/rules");
        Assert.Equal("2019-09-02", rules.Html.QuerySelector("input[name=starts]")!.GetAttribute("value"));
        Assert.Contains("À partir de septembre 2019", (await platform.Visitor().Get("/fr/jobs/assistant-e-administratif-2019")).Main, StringComparison.Ordinal);
    }

    private Task<Vacancy> Stored() => platform.Db(async db => (await db.Vacancy(Candidate.Vacancy))!);

    private static List<JudgedAttribute> InOrder(Vacancy vacancy) => [.. vacancy.Attributes.OrderBy(a => a.Competence).ThenBy(a => a.Place)];
}

/// <summary>The interviews in the history of their vacancy.</summary>
public sealed class InterviewHistoryTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string History = "/fr/desk/recruitment/" + Candidate.Vacancy + "/history";

    [Fact]
    public async Task The_history_of_a_vacancy_tells_its_interviews_by_number_with_as_many_queries_for_two_as_for_one()
    {
        var director = await platform.As("director");
        var number = await Interviewed(director, "history@candidats.example", "2021-03-22");
        var page = await director.Get(History);
        Assert.Contains("a prévu un créneau d’entretien", page.Main, StringComparison.Ordinal);
        Assert.Contains($"a invité la candidature n° {number} à un entretien", page.Main, StringComparison.Ordinal);
        Assert.Contains($"La candidature n° {number} a accepté l’entretien", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Oriane", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("créneau", (await director.Get("/fr/desk/recruitment/assistant-e-administratif-2019/history")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("juror")).Get(History)).Status);

        var (_, one) = await director.Count(History);
        await Interviewed(director, "history2@candidats.example", "2021-03-23");
        var (both, two) = await director.Count(History);
        Assert.Contains("a prévu un créneau", both.Main, StringComparison.Ordinal);
        Assert.Equal(one, two);
    }

    private async Task<int> Interviewed(Guest director, string email, string day)
    {
        var who = await Invitees.Applied(platform, email, name: "Oriane Quaghebeur");
        var slot = await platform.Slot(director, day, "09:00");
        await director.Invites(slot, who);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Answers(InterviewState.Accepted)).Status);
        return await who.Number();
    }
}
