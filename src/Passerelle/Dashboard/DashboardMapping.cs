using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.ActionGroups;

namespace Passerelle.Dashboard;

internal sealed class DashboardMapping : IEntityTypeConfiguration<HealthNote>, IEntityTypeConfiguration<DashboardRow>
{
    public void Configure(EntityTypeBuilder<HealthNote> builder)
    {
        builder.HasIndex(n => new { n.GroupId, n.On });
        builder.HasOne<Group>().WithMany().HasForeignKey(n => n.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.By).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DashboardRow> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Axis).HasMaxLength(20);
        builder.Property(r => r.NextProject).HasMaxLength(80);
        builder.Ignore(r => r.HasPair).Ignore(r => r.HasProjects).Ignore(r => r.HasBudget);
        builder.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        // Two nodes that end the same day keep it once.
        builder.HasIndex(r => new { r.GroupId, r.From }).IsUnique();
    }
}
