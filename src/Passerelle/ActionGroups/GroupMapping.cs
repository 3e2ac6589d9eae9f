using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.ActionGroups;

internal sealed class GroupMapping :
    IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<JoinRequest>, IEntityTypeConfiguration<CoLead>,
    IEntityTypeConfiguration<Coordination>, IEntityTypeConfiguration<CarriedAction>, IEntityTypeConfiguration<FormerSlug>, IEntityTypeConfiguration<Lineage>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("Group");
        builder.Property(g => g.Slug).HasMaxLength(80);
        builder.HasIndex(g => g.Slug).IsUnique();
        builder.HasIndex(g => g.Theme);
        builder.Property(g => g.Theme).HasMaxLength(20);
        builder.Ignore(g => g.Pair).Ignore(g => g.Present).Ignore(g => g.PresentActions).Ignore(g => g.MissingColleges).Ignore(g => g.MissingInPair);
        builder.ComplexCollection(g => g.Phases, c => c.ToJson());
        builder.ComplexCollection(g => g.Limits, c => c.ToJson());
        builder.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(g => g.Requests).WithOne().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(g => g.CoLeads).WithOne().HasForeignKey(c => c.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(g => g.Coordinators).WithOne().HasForeignKey(c => c.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(g => g.Actions).WithOne().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.Restrict);
        // Taking back an old name takes back its address; the database itself restricts.
        builder.HasMany(g => g.FormerSlugs).WithOne().HasForeignKey(f => f.GroupId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasOne<Group>().WithMany().HasForeignKey(g => g.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.ProposedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(m => m.Organisation).HasMaxLength(200);
        builder.HasOne<Group>().WithMany().HasForeignKey(m => m.CameFrom).OnDelete(DeleteBehavior.Restrict);
        // The filtered index below does not serve a group's whole list, yet EF takes it for the foreign key's.
        builder.HasIndex(m => m.GroupId);
        // One college at a time, even when two admissions meet.
        builder.HasIndex(m => new { m.GroupId, m.PersonId }).IsUnique().HasFilter("\"Until\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<JoinRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.GroupId);
        builder.HasIndex(r => new { r.GroupId, r.PersonId }).IsUnique().HasFilter("\"State\" = 'Open'");
    }

    public void Configure(EntityTypeBuilder<CoLead> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.College);
        builder.Ignore(c => c.IsPresent);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.GroupId);
        // One co-lead of a college at a time.
        builder.HasIndex(c => new { c.GroupId, c.College }).IsUnique().HasFilter("\"Until\" IS NULL AND \"State\" = 'Appointed'");
    }

    public void Configure(EntityTypeBuilder<Coordination> builder)
    {
        builder.Ignore(c => c.Happens);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CarriedAction> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Action).HasMaxLength(20);
        // Exactly one active group carries an action.
        builder.HasIndex(a => a.Action).IsUnique().HasFilter("\"Until\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.HasKey(f => f.Slug);
        builder.Property(f => f.Slug).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<Lineage> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasOne<Group>().WithMany().HasForeignKey(l => l.From).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Group>().WithMany().HasForeignKey(l => l.To).OnDelete(DeleteBehavior.Restrict);
    }
}
