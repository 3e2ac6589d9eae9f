using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.Platform.Files;

namespace Passerelle.ActionGroups;

internal sealed class PostMapping : IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<PostFile>, IEntityTypeConfiguration<StagedFile>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Comments).WithOne().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.GroupId, p.At, p.Id });
        builder.HasIndex(p => new { p.At, p.Id });
    }

    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PostFile> builder)
    {
        builder.HasKey(f => new { f.PostId, f.FileId });
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StagedFile> builder)
    {
        builder.HasKey(s => s.FileId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
