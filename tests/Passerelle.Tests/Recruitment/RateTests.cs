using System.Net;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>A library in the last minutes: many candidates behind one address, of which only beginning and asking for a lost link are limited.</summary>
public sealed class RateTests(RateTests.OneAddress platform) : IClassFixture<RateTests.OneAddress>
{
    [Fact]
    public async Task Uploads_and_sending_by_ones_own_link_are_never_refused_for_rate_and_what_anybody_may_send_is()
    {
        var candidate = await Candidate.Begins(platform, "library@candidats.example");
        await candidate.Prepares();
        for (var i = 0; i < OneAddress.Forms * 3; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Uploads("cv", SmallPdf.Of($"Version {i}"))).Status);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await candidate.Sends()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await platform.Visitor().Post("/fr/jobs/lost-link", ("email", "one@candidats.example"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await platform.Visitor().Post("/fr/jobs/lost-link", ("email", "two@candidats.example"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await platform.Visitor().Post($"/fr/jobs/{Candidate.Vacancy}/apply", ("email", "three@candidats.example"))).Status);
    }

    public sealed class OneAddress : TestPlatform
    {
        public const int Forms = 2;

        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Limits:Off"] = "false", ["Limits:FormsPerAddress"] = $"{Forms}" };
    }
}
