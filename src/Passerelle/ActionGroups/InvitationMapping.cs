using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.ActionGroups;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.EmailKey).HasMaxLength(254);
        builder.Property(i => i.Name).HasMaxLength(200);
        builder.Property(i => i.Organisation).HasMaxLength(200);
        builder.Property(i => i.Language).HasMaxLength(2);
        builder.Property(i => i.Hash).HasMaxLength(64);
        builder.HasIndex(i => i.Hash).IsUnique();
        builder.HasIndex(i => i.GroupId);
        // One open invitation for an address in a group, even when two coordinators invite at once.
        builder.HasIndex(i => new { i.GroupId, i.EmailKey }).IsUnique().HasFilter("\"State\" = 'Open'");
        builder.HasOne<Group>().WithMany().HasForeignKey(i => i.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.InvitedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
