using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Projects;

namespace Passerelle.Stakeholders;

internal sealed class StakeholderMapping :
    IEntityTypeConfiguration<Stakeholder>, IEntityTypeConfiguration<StakeholderRole>, IEntityTypeConfiguration<ContactNote>,
    IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<StakeholderMerge>, IEntityTypeConfiguration<ApartPair>
{
    public void Configure(EntityTypeBuilder<Stakeholder> builder)
    {
        builder.ToTable("Stakeholder");
        builder.Property(s => s.Name).HasMaxLength(Stakeholder.NameLimit * 12);
        builder.Property(s => s.Email).HasMaxLength(Stakeholder.EmailLimit);
        builder.Property(s => s.EmailKey).HasMaxLength(Stakeholder.EmailLimit);
        builder.Ignore(s => s.Contact).Ignore(s => s.IsPresent).Ignore(s => s.LastConsent).Ignore(s => s.LastContact);
        builder.HasIndex(s => s.EmailKey);
        builder.HasIndex(s => s.SeenOn);
        // One entry for an account, even when two add it at once.
        builder.HasIndex(s => s.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Checked when a statement is over: SQLite drops no table whose rows restrict each other.
        builder.HasOne<Stakeholder>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Stakeholder>().WithMany().HasForeignKey(s => s.MergedInto).OnDelete(DeleteBehavior.NoAction);
        // A removed entry takes these with it; the database itself restricts.
        builder.HasMany(s => s.Roles).WithOne().HasForeignKey(r => r.StakeholderId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(s => s.Contacts).WithOne().HasForeignKey(c => c.StakeholderId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(s => s.Consents).WithOne().HasForeignKey(c => c.StakeholderId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(s => s.Merges).WithOne().HasForeignKey(m => m.IntoId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StakeholderRole> builder)
    {
        builder.ToTable("StakeholderRole");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.GroupId);
        builder.HasIndex(r => r.ProjectId);
        builder.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ContactNote> builder)
    {
        builder.ToTable("StakeholderContact");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("StakeholderConsent");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<StakeholderMerge> builder)
    {
        builder.ToTable("StakeholderMerge");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.CanBeUndone);
        builder.HasOne<Stakeholder>().WithMany().HasForeignKey(m => m.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ApartPair> builder)
    {
        builder.ToTable("StakeholderApart");
        builder.HasKey(p => new { p.LowerId, p.HigherId });
        builder.HasOne<Stakeholder>().WithMany().HasForeignKey(p => p.LowerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Stakeholder>().WithMany().HasForeignKey(p => p.HigherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
