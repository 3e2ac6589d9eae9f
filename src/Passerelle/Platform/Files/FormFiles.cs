using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Platform.Web.Components;

namespace Passerelle.Platform.Files;

/// <summary>
/// The files of a form. Those that are good survive a refused form: they are kept for their sender, who sends back
/// their ids, and are forgotten after a day.
/// </summary>
public sealed class FormFiles(PlatformDb db, FileStore store)
{
    /// <summary>What a field of the form has by now: files received earlier and not dropped, and the new ones that pass.</summary>
    public async Task<List<StoredFile>> Receive(Form form, string field, Visit visit)
    {
        var kept = form.All(field + ".kept").Except(form.All(field + ".drop")).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).ToList();
        var me = visit.Who!.Id;
        var own = await db.Set<StagedFile>().Where(s => s.PersonId == me && kept.Contains(s.FileId)).Select(s => s.FileId).ToListAsync();
        var files = await db.Set<StoredFile>().Where(f => own.Contains(f.Id)).ToListAsync();
        files.AddRange(await store.TakeAll(form, field, visit));
        return files;
    }

    /// <summary>The same for a field of one file: the new one, else the one received earlier.</summary>
    public async Task<StoredFile?> ReceiveOne(Form form, string field, Visit visit) => (await Receive(form, field, visit)).LastOrDefault();

    /// <summary>Keeps what came with a refused form, and nothing else of it.</summary>
    public async Task<IReadOnlyList<KeptFile>> Stage(IReadOnlyList<StoredFile> files, Visit visit)
    {
        var fresh = files.Where(f => db.Entry(f).State == EntityState.Added).ToList();
        db.ChangeTracker.Clear();
        db.AddRange(fresh);
        db.AddRange(fresh.Select(f => new StagedFile { FileId = f.Id, PersonId = visit.Who!.Id, At = visit.Now }));
        await db.SaveChangesAsync();
        return [.. files.Select(f => new KeptFile(f.Id.ToString(), f.Name, f.Size))];
    }

    /// <summary>They belong to a thing from now on.</summary>
    public async Task Settle(IReadOnlyList<StoredFile> files)
    {
        var ids = files.Select(f => f.Id).ToList();
        db.RemoveRange(await db.Set<StagedFile>().Where(s => ids.Contains(s.FileId)).ToListAsync());
    }

    /// <summary>The save did not happen: the bytes of new files go.</summary>
    public void Forget(IReadOnlyList<StoredFile> files)
    {
        foreach (var file in files.Where(f => db.Entry(f).State is EntityState.Added or EntityState.Detached))
        {
            store.Remove(file.Id);
        }
    }

    /// <summary>A rule of the caller does not take this file: it is as if it had not come.</summary>
    public void Refuse(StoredFile file)
    {
        Forget([file]);
        db.Entry(file).State = EntityState.Detached;
    }

    public void RemoveBytes(IEnumerable<Guid> files)
    {
        foreach (var id in files)
        {
            store.Remove(id);
        }
    }

    /// <summary>Forms that never came back: their files are forgotten after a day.</summary>
    public static async Task ForgetOld(IServiceProvider services, DateTimeOffset due, CancellationToken stop)
    {
        var (db, store) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<FileStore>());
        var before = due.AddDays(-1);
        var old = await db.Set<StagedFile>().Where(s => s.At < before).ToListAsync(stop);
        var ids = old.Select(s => s.FileId).ToList();
        db.RemoveRange(old);
        db.RemoveRange(await db.Set<StoredFile>().Where(f => ids.Contains(f.Id)).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        ids.ForEach(store.Remove);
    }
}

/// <summary>A file that came with a form that was refused: it waits a day for the form to come again.</summary>
public sealed class StagedFile
{
    public required Guid FileId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}
