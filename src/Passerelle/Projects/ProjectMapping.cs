using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Platform.Files;

namespace Passerelle.Projects;

internal sealed class ProjectMapping :
    IEntityTypeConfiguration<Project>, IEntityTypeConfiguration<Proof>, IEntityTypeConfiguration<SignOff>, IEntityTypeConfiguration<BudgetLine>,
    IEntityTypeConfiguration<Stage>, IEntityTypeConfiguration<StageDependency>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("Project");
        builder.Property(p => p.Slug).HasMaxLength(80);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => p.LeadGroup);
        builder.Ignore(p => p.Planned).Ignore(p => p.Committed).Ignore(p => p.Spent);
        builder.ComplexCollection(p => p.Phases, c => c.ToJson());
        builder.ComplexCollection(p => p.Involved, c => c.ToJson());
        builder.HasMany(p => p.Proofs).WithOne().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(p => p.SignOffs).WithOne().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(p => p.Budget).WithOne().HasForeignKey(b => b.ProjectId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasOne<Group>().WithMany().HasForeignKey(p => p.LeadGroup).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.Owner).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Proof> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Address).HasMaxLength(1000);
        builder.Ignore(p => p.Files);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.PhotoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignOff> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ProjectId, s.PersonId, s.Revision }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Ignore(b => b.IsOvercommitted);
        builder.Property(b => b.Source).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<Stage> builder)
    {
        builder.ToTable("Stage");
        builder.HasIndex(s => s.ProjectId);
        builder.HasIndex(s => s.Due);
        builder.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.GateKeeper).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StageDependency> builder)
    {
        builder.HasKey(d => new { d.Stage, d.On });
        builder.HasIndex(d => d.ProjectId);
        builder.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Stage>().WithMany().HasForeignKey(d => d.Stage).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Stage>().WithMany().HasForeignKey(d => d.On).OnDelete(DeleteBehavior.Restrict);
    }
}
