using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Passerelle.Tasks;

internal sealed class TasksMapping : IEntityTypeConfiguration<ToDo>
{
    public void Configure(EntityTypeBuilder<ToDo> builder)
    {
        builder.Ignore(t => t.Card);
        builder.Property(t => t.Key).HasMaxLength(200);
        builder.Property(t => t.Path).HasMaxLength(300);
        builder.HasOne<Accounts.Person>().WithMany().HasForeignKey(t => t.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.Key).IsUnique();
        builder.HasIndex(t => new { t.Owner, t.State, t.Due });
        builder.HasIndex(t => new { t.State, t.Due });
    }
}
