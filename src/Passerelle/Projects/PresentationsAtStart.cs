using Passerelle.Platform;
using Passerelle.Platform.Email;
using Passerelle.Platform.Files;
using Passerelle.Platform.Pack;

namespace Passerelle.Projects;

/// <summary>
/// The demonstration begins in the middle of a story: the slides that its pack brings lie in the data folder, and what
/// this morning's job would have told of is told.
/// </summary>
internal sealed class PresentationsAtStart(PlatformOptions options, Clock clock) : IAtStart
{
    private static readonly TimeOnly Morning = new(6, 0);

    public async Task Run(IServiceProvider services, CancellationToken stop)
    {
        if (!options.Demo)
        {
            return;
        }

        await Lay(services.GetRequiredService<FileStore>(), stop);
        var (due, today) = (clock.At(clock.Today, Morning), clock.Today);
        due = due <= clock.Now ? due : clock.At(today.AddDays(-1), Morning);
        var moment = services.GetRequiredService<MailMoment>();
        moment.At = due;
        try
        {
            await services.GetRequiredService<PresentationNotices>().Run(due, stop);
        }
        finally
        {
            moment.At = null;
        }
    }

    private async Task Lay(FileStore store, CancellationToken stop)
    {
        var pack = new PackFolder(options.PackFolder);
        var slides = pack.Has(PresentationsPack.File) ? pack.PeekJson(PresentationsPack.File)?.List("presentations").SelectMany(PresentationPackReading.FilesOf) ?? [] : [];
        foreach (var (id, path) in slides.Where(s => !store.Has(s.Id) && pack.Has(s.Path)))
        {
            await using var content = File.OpenRead(Path.Combine(pack.Path, path));
            await store.Lay(id, content, stop);
        }
    }
}
