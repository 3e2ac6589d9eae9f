using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Territory;

namespace Passerelle.Projects;

internal sealed class LinkMapping : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.ToTable("Link");
        builder.Ignore(l => l.From).Ignore(l => l.To).Ignore(l => l.IsOpen);
        builder.Property(l => l.OpenKey).HasMaxLength(140);
        builder.HasIndex(l => l.OpenKey).IsUnique();
        builder.HasOne<Group>().WithMany().HasForeignKey(l => l.FromGroup).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Group>().WithMany().HasForeignKey(l => l.ToGroup).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(l => l.FromProject).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(l => l.ToProject).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Stage>().WithMany().HasForeignKey(l => l.FromStage).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Stage>().WithMany().HasForeignKey(l => l.ToStage).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Partner>().WithMany().HasForeignKey(l => l.ToPartner).HasPrincipalKey(p => p.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
