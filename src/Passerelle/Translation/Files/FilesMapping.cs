using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.Platform.Files;

namespace Passerelle.Translation.Files;

internal sealed class FilesMapping : IEntityTypeConfiguration<DeskFile>, IEntityTypeConfiguration<MemoryImport>, IEntityTypeConfiguration<TextOverride>
{
    public void Configure(EntityTypeBuilder<DeskFile> builder)
    {
        builder.ToTable("DeskFile");
        builder.Ignore(f => f.Key);
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.Property(f => f.From).HasMaxLength(8);
        builder.Property(f => f.To).HasMaxLength(8);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.UploadedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.At);
    }

    public void Configure(EntityTypeBuilder<TextOverride> builder)
    {
        builder.ToTable("TextOverride");
        builder.Property(o => o.Folder).HasMaxLength(200);
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.Language).HasMaxLength(8);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.By).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.Folder, o.Name, o.Language }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MemoryImport> builder)
    {
        builder.ToTable("MemoryImport");
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.By).OnDelete(DeleteBehavior.Restrict);
    }
}
