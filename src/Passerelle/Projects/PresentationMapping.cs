using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Platform.Files;

namespace Passerelle.Projects;

internal sealed class PresentationMapping :
    IEntityTypeConfiguration<Presentation>, IEntityTypeConfiguration<Presenter>, IEntityTypeConfiguration<Slides>, IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Presentation> builder)
    {
        builder.ToTable("Presentation");
        builder.Property(p => p.Body).HasMaxLength(60);
        builder.HasIndex(p => new { p.State, p.At });
        builder.HasIndex(p => p.GroupId);
        builder.HasIndex(p => p.ProjectId);
        builder.HasIndex(p => p.Body);
        builder.HasMany(p => p.Presenters).WithOne().HasForeignKey(p => p.PresentationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(p => p.Slides).WithOne().HasForeignKey(s => s.PresentationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(p => p.Questions).WithOne().HasForeignKey(q => q.PresentationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Presenter> builder)
    {
        builder.ToTable("Presenter");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.PresentationId, p.PersonId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.DelegatedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Slides> builder)
    {
        builder.ToTable("Slides");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Language).HasMaxLength(8);
        builder.HasIndex(s => new { s.PresentationId, s.Language, s.Number }).IsUnique();
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("PresentationQuestion");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Language).HasMaxLength(8);
        builder.HasOne<Person>().WithMany().HasForeignKey(q => q.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Stage>().WithMany().HasForeignKey(q => q.StageId).OnDelete(DeleteBehavior.Restrict);
    }
}
