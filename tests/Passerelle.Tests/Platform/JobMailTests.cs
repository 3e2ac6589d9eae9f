using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Email;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>On a clock of its own: jobs that ran for a day do not run for it again.</summary>
public sealed class JobMailTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task Mails_of_jobs_bear_the_day_on_which_the_job_fell_due()
    {
        await platform.Deliver();
        var before = await platform.Db(db => db.Set<QueuedMail>().Select(m => m.Id).ToListAsync());
        var (from, to) = (platform.Clock.Now, platform.Clock.Now.AddDays(12));
        await platform.MoveTo(to);
        await platform.Deliver();
        var written = await platform.Db(db => db.Set<QueuedMail>().AsNoTracking().Where(m => !before.Contains(m.Id)).ToListAsync());
        Assert.All(written, m => Assert.InRange(m.CreatedAt, from, to));
        var first = platform.Clock.At(platform.Clock.DateOf(from).AddDays(1), new TimeOnly(6, 0));
        Assert.Contains(written, m => m.CreatedAt == first && m.Subject.StartsWith("Rappel, binôme incomplet", StringComparison.Ordinal));
        Assert.All(written, m => Assert.Equal(0, m.CreatedAt.Ticks % TimeSpan.TicksPerMinute)); // the minute that a job is due, not the moment at which the clock stood still
    }
}
