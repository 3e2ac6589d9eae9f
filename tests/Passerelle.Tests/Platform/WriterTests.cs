using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Platform.Jobs;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>Writers take turns; those who wait leave everybody else alone.</summary>
public sealed class WriterTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    /// <summary>More than a pool has connections.</summary>
    private const int Waiting = 150;

    [Fact]
    public async Task However_many_wait_to_write_whoever_reads_is_answered_and_each_is_written_in_the_end()
    {
        var (begun, over) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = platform.Db(db => db.Alone(async () =>
        {
            begun.SetResult();
            await over.Task;
            return true;
        }));
        await begun.Task;
        var due = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        List<Task<int>> writers = [.. Enumerable.Range(0, Waiting).Select(i => platform.Db(db =>
        {
            db.Add(new JobRun { Job = "test.writer", Due = due.AddMinutes(i), Finished = due });
            return db.SaveChangesAsync();
        }))];
        Assert.True(await platform.Db(db => db.Set<Person>().AnyAsync()));
        Assert.All(writers, w => Assert.False(w.IsCompleted));
        over.SetResult();
        await first;
        await Task.WhenAll(writers);
        Assert.Equal(Waiting, await platform.Db(db => db.Set<JobRun>().CountAsync(r => r.Job == "test.writer")));
    }
}
