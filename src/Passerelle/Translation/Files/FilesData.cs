using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using static Passerelle.Translation.Files.FileTexts;

namespace Passerelle.Translation.Files;

/// <summary>The documents and files of pairs that somebody brought. Of an erased account they stay with the desk, without a name.</summary>
internal sealed class FilesData(PlatformDb db) : IPersonalData
{
    public string Name => "translation-files";

    public async Task<object?> Of(Guid person, CancellationToken stop)
    {
        var documents = await Documents(person).AsNoTracking().OrderBy(f => f.At).Select(f => new { f.Name, f.From, f.To, f.At, f.IsPublic }).ToListAsync(stop);
        var memories = await Memories(person).AsNoTracking().OrderBy(i => i.At).Select(i => new { i.FileName, i.Pairs, i.At }).ToListAsync(stop);
        var words = await Words(person).AsNoTracking().OrderBy(o => o.At).Select(o => new { o.Name, o.Language, o.Value, o.At }).ToListAsync(stop);
        return documents.Count + memories.Count + words.Count == 0 ? null : new { documents, memories, words };
    }

    public async Task<IReadOnlyList<string>> Erase(Guid person, Act? act, CancellationToken stop)
    {
        var documents = await Documents(person).ToListAsync(stop);
        var memories = await Memories(person).ToListAsync(stop);
        var words = await Words(person).ToListAsync(stop);
        if (act is not null)
        {
            documents.ForEach(f => f.Forget());
            memories.ForEach(i => i.Forget());
            words.ForEach(o => o.Forget());
            await db.SaveChangesAsync(stop);
        }

        return documents.Count + memories.Count + words.Count == 0 ? [] : [T("personal.kept")];
    }

    private IQueryable<DeskFile> Documents(Guid person) => db.Set<DeskFile>().Where(f => f.UploadedBy == person);

    private IQueryable<MemoryImport> Memories(Guid person) => db.Set<MemoryImport>().Where(i => i.By == person);

    private IQueryable<TextOverride> Words(Guid person) => db.Set<TextOverride>().Where(o => o.By == person);
}
