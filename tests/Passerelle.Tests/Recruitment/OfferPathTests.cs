using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>From one offer to the next: what is declined or not answered in time goes to who is next in reserve.</summary>
public sealed class OfferPathTests
{
    [Fact]
    public async Task What_nobody_answers_lapses_in_the_night_after_its_last_day_and_the_next_in_reserve_has_it()
    {
        await using var later = new Later();
        var (director, first, next) = await Two(later, "silent@candidats.example");
        Assert.Equal(HttpStatusCode.SeeOther, (await Offer(director, first, ("answer", "2021-02-26"))).Status);
        var link = Candidate.LinkIn((await later.MailsTo("silent@candidats.example"))[^1]);
        await later.MoveTo(new(2021, 2, 26, 22, 55, 0, TimeSpan.Zero)); // five to midnight of the last day
        Assert.Equal(OfferState.Open, await State(later, first));
        Assert.Contains("attend déjà une réponse", (await Offer(director, next, ("answer", "2021-03-10"))).Main, StringComparison.Ordinal);

        await later.MoveTo(new(2021, 2, 27, 11, 0, 0, TimeSpan.Zero));
        Assert.Equal(OfferState.Lapsed, await State(later, first));
        Assert.Single(await later.MailsTo("silent@candidats.example"), m => m.Subject.StartsWith("Proposition échue", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await later.Visitor().Post(link, ("answer", "accept"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Offer(director, next, ("answer", "2021-03-10"))).Status);
        Assert.Equal((OfferState.Lapsed, OfferState.Open), (await State(later, first), await State(later, next)));
    }

    [Fact]
    public async Task After_the_last_day_has_ended_it_is_too_late_to_accept_even_before_the_nights_work()
    {
        await using var later = new Later();
        var (director, first, _) = await Two(later, "midnight@candidats.example");
        await Offer(director, first, ("answer", "2021-02-20"));
        var link = Candidate.LinkIn((await later.MailsTo("midnight@candidats.example"))[^1]);
        later.Clock.Set(new(2021, 2, 20, 23, 1, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await later.Visitor().Post(link, ("answer", "accept"))).Status);
        Assert.NotEqual(OfferState.Accepted, await State(later, first));
    }

    [Fact]
    public async Task What_is_declined_by_the_candidates_link_stays_declined_and_the_next_in_reserve_accepts()
    {
        await using var later = new Later();
        var (director, first, next) = await Two(later, "declines@candidats.example");
        await Offer(director, first);
        var link = Candidate.LinkIn((await later.MailsTo("declines@candidats.example"))[^1]);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.Visitor().Post(link, ("answer", "decline"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await later.Visitor().Post(link, ("answer", "accept"))).Status);
        Assert.Contains("une seule fois", (await Offer(director, first)).Main, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Offer(director, next)).Status);
        var reserve = Candidate.LinkIn((await later.MailsTo("reserve@candidats.example"))[^1]);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.Visitor().Post(reserve, ("answer", "accept"))).Status);
        Assert.Equal((OfferState.Declined, OfferState.Accepted), (await State(later, first), await State(later, next)));
    }

    /// <summary>One who was retained, and one on the reserve list.</summary>
    private static async Task<(Guest Director, int First, int Next)> Two(TestPlatform platform, string email)
    {
        await platform.InitializeAsync();
        var (director, first) = await OfferTests.Retained(platform, email);
        var (_, next) = await OfferTests.Retained(platform, "reserve@candidats.example", Outcome.Reserve, "Suivante");
        return (director, first, next);
    }

    private static Task<Answer> Offer(Guest director, int number, params (string, string?)[] more) => OfferTests.Offer(director, number, "B", "no", "Permanent", null, null, null, more);

    private static Task<OfferState> State(TestPlatform platform, int number) =>
        platform.Db(db => db.Set<Offer>().Where(o => db.Set<Application>().Any(a => a.Id == o.ApplicationId && a.Number == number)).Select(o => o.State).FirstAsync());

    private sealed class Later : TestPlatform;
}
