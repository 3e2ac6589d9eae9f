using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.Translation.Machine;

internal sealed class MachineMapping : IEntityTypeConfiguration<MachineAsk>
{
    public void Configure(EntityTypeBuilder<MachineAsk> builder)
    {
        builder.ToTable("MachineAsk");
        builder.Ignore(a => a.Key);
        builder.Ignore(a => a.IsOpen);
        builder.Property(a => a.Owner).HasMaxLength(60);
        builder.Property(a => a.Property).HasMaxLength(60);
        builder.Property(a => a.Language).HasMaxLength(8);
        builder.Property(a => a.From).HasMaxLength(8);
        builder.Property(a => a.Reference).HasMaxLength(100);
        builder.Property(a => a.CallBack).HasMaxLength(64);
        builder.Property(a => a.Code).HasMaxLength(40);
        builder.Property(a => a.Message).HasMaxLength(300);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.AskedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.CallBack).IsUnique();
        builder.HasIndex(a => new { a.OwnerId, a.Owner, a.Property, a.Language });
        builder.HasIndex(a => new { a.State, a.NextTry });
    }
}
