using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Interviews;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Slots: several at once, nobody and no room twice, and what is refused.</summary>
public sealed class InterviewSlotTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Former = "/fr/desk/recruitment/assistant-e-administratif-2019/interviews";

    [Fact]
    public async Task Several_slots_follow_one_another_at_the_hour_of_the_vacancys_clocks()
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        var answer = await director.Plans("2021-03-29", "09:00", ("count", "3"), ("pause", "15"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var slots = await On(new(2021, 3, 29));
        Assert.Equal([new(2021, 3, 29, 7, 0, 0, TimeSpan.Zero), new(2021, 3, 29, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2021, 3, 29, 9, 0, 0, TimeSpan.Zero)], slots.Select(s => s.StartsAt));
        Assert.All(slots, s => Assert.Equal((45, 2), (s.Minutes, s.Jurors.Count)));
        Assert.Contains("Doorniksestraat", slots[0].Place.SourceValue, StringComparison.Ordinal);
        var page = await director.Get(Invitees.Interviews);
        Assert.Contains("9 h – 9 h 45", page.Main, StringComparison.Ordinal);
        Assert.Contains("Inge Daneelsen", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_plans_once()
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        var form = await director.Get(Invitees.Interviews + "/plan");
        (string, string?)[] fields = [("day", "2021-03-30"), ("time", "09:00"), ("room", "Salle du Lys"), ("count", "2")];
        await director.Submit(form, null, fields);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(form, null, fields)).Status);
        Assert.Equal(2, (await On(new(2021, 3, 30))).Count);
    }

    [Fact]
    public async Task A_room_that_is_taken_is_refused_by_name_however_it_is_written()
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        await director.Plans("2021-03-08", "09:00", ("room", "Salle Écluse"));
        var refused = await director.Plans("2021-03-08", "09:30", ("room", "salle  ecluse"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Salle Écluse", refused.ErrorAt("room"), StringComparison.Ordinal);
        Assert.Single(await On(new(2021, 3, 8)));
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Plans("2021-03-08", "09:45", ("room", "Salle Écluse"))).Status);
    }

    [Fact]
    public async Task A_juror_sits_once_at_a_time_whichever_vacancy_it_is_for()
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.PlansAt(Former, "2021-03-09", "09:00", ("room", "Salle A"))).Status);
        var refused = await director.Plans("2021-03-09", "09:15", ("room", "Salle B"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Inge Daneelsen", refused.ErrorAt("jurors"), StringComparison.Ordinal);
        Assert.Contains("Stéphane Wibautin", refused.ErrorAt("jurors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_plan_the_same_room_at_once_one_is_refused()
    {
        Invitees.AfterDeadline(platform);
        var directors = await Task.WhenAll(platform.As("director"), platform.As("director"));
        var answers = await Task.WhenAll(directors.Select(d => d.Plans("2021-03-10", "14:00")));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.Status).Order());
        Assert.Single(await On(new(2021, 3, 10)));
    }

    [Theory]
    [InlineData("day", "2021-02-01")]
    [InlineData("day", "gisteren")]
    [InlineData("time", "25:00")]
    [InlineData("minutes", "0")]
    [InlineData("minutes", "-5")]
    [InlineData("count", "31")]
    [InlineData("pause", "x")]
    [InlineData("room", " ")]
    [InlineData("jurors", null)]
    [InlineData("jurors", "00000000-0000-0000-0000-000000000000")]
    public async Task What_cannot_be_is_refused_at_its_field(string field, string? value)
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        var answer = await director.Plans("2021-03-11", "09:00", (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt(field));
        Assert.Empty(await On(new(2021, 3, 11)));
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_panel_an_hour_that_the_clocks_skip_and_a_day_that_is_too_short_are_refused()
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        var stranger = await platform.Db(db => db.Set<Passerelle.Accounts.Person>().Where(p => p.DemoKey == "partner").Select(p => p.Id).FirstAsync());
        var form = await director.Get(Invitees.Interviews + "/plan");
        var juror = form.Html.QuerySelector("[name=jurors]")!.GetAttribute("value");
        var answer = await director.Post(Invitees.Interviews + "/plan", ("day", "2021-03-12"), ("time", "09:00"), ("minutes", "30"), ("pause", "0"), ("count", "1"), ("room", "Salle"), ("place.fr", "Ici"), ("place.nl", "Hier"), ("place.source", "fr"), ("jurors", juror), ("jurors", stranger.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt("jurors"));
        Assert.NotNull((await director.Plans("2021-03-28", "02:30")).ErrorAt("time"));
        Assert.NotNull((await director.Plans("2021-03-12", "22:00", ("count", "3"))).ErrorAt("count"));
        Assert.Empty(await On(new(2021, 3, 12)));
    }

    [Fact]
    public async Task A_slot_without_a_candidate_is_changed_and_called_off_and_its_room_is_free_again()
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        var slot = await platform.Slot(director, "2021-03-15", "09:00");
        var old = await director.Get(slot + "/move");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Submit(old, null, ("time", "10:00"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await director.Submit(old, null, ("time", "11:00"))).Status);
        Assert.Equal(new TimeOnly(10, 0), Assert.Single(await On(new(2021, 3, 15))).Time);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Fill(slot + "/cancel")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Plans("2021-03-15", "10:00")).Status);
    }

    [Fact]
    public async Task A_list_of_thirty_slots_takes_few_queries_and_is_for_the_director_and_the_panel_alone()
    {
        Invitees.AfterDeadline(platform);
        var director = await platform.As("director");
        Assert.Equal(HttpStatusCode.SeeOther, (await director.Plans("2021-03-16", "06:00", ("minutes", "20"), ("pause", "0"), ("count", "30"))).Status);
        var (page, queries) = await director.Count(Invitees.Interviews);
        Assert.True(page.Html.QuerySelectorAll("main tbody tr").Length >= 30);
        Assert.True(queries is > 0 and <= 12, $"{queries} queries");
        Assert.Equal(HttpStatusCode.OK, (await (await platform.As("juror")).Get(Invitees.Interviews)).Status);
        var slot = (await On(new(2021, 3, 16)))[0].Id;
        foreach (var guest in new[] { platform.Visitor(), await platform.As("coordinator"), await platform.As("administrator"), await platform.As("partner") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(Invitees.Interviews)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get($"{Invitees.Interviews}/{slot}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Post($"{Invitees.Interviews}/{slot}/cancel")).Status);
        }

        var juror = await platform.As("juror");
        Assert.Equal(HttpStatusCode.NotFound, (await juror.Post($"{Invitees.Interviews}/{slot}/cancel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await juror.Post($"{Invitees.Interviews}/plan")).Status);
    }

    private Task<List<InterviewSlot>> On(DateOnly day) => platform.Db(async db =>
        (await db.Set<InterviewSlot>().AsNoTracking().Include(s => s.Jurors).ToListAsync()).Where(s => s.Day == day && db.Set<Vacancy>().Any(v => v.Id == s.VacancyId && v.Slug == Invitees.Slug)).OrderBy(s => s.StartsAt).ToList());
}
