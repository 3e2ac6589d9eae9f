using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;

namespace Passerelle.Recruitment.Interviews;

/// <summary>What was held about an application in its interviews: it goes with it, and its candidate may have it.</summary>
public sealed class InterviewErasure(PlatformDb db, Vault vault)
{
    /// <summary>Takes the rows away with the caller's save. Returns the files, which go once it is saved.</summary>
    public async Task<IReadOnlyList<VaultName>> Forget(Guid application, Act act, CancellationToken stop)
    {
        var interviews = await db.Set<Interview>().Include(i => i.Files).Where(i => i.ApplicationId == application).ToListAsync(stop);
        List<Guid> ids = [.. interviews.Select(i => i.Id)];
        db.RemoveRange(await db.Set<InterviewNote>().Where(n => EF.Parameter(ids).Contains(n.InterviewId)).ToListAsync(stop));
        interviews.ForEach(i => i.Erased(act));
        db.RemoveRange(interviews);
        return [.. interviews.SelectMany(i => i.Files).Select(f => f.Bytes)];
    }

    public void Remove(IEnumerable<VaultName> files)
    {
        foreach (var file in files)
        {
            vault.Remove(file);
        }
    }
}
