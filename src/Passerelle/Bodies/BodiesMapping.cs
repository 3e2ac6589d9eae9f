using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.Territory;

namespace Passerelle.Bodies;

internal sealed class BodiesMapping :
    IEntityTypeConfiguration<Body>, IEntityTypeConfiguration<Seat>, IEntityTypeConfiguration<Sitting>,
    IEntityTypeConfiguration<LocalMandate>, IEntityTypeConfiguration<Office>, IEntityTypeConfiguration<Tenure>
{
    private const int CodeLength = 60;

    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasAlternateKey(b => b.Code);
        builder.Property(b => b.Code).HasMaxLength(CodeLength);
    }

    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.Property(s => s.Code).HasMaxLength(CodeLength);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasOne<Body>().WithMany().HasForeignKey(s => s.Body).HasPrincipalKey(b => b.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Side>().WithMany().HasForeignKey(s => s.Side).HasPrincipalKey(s => s.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Partner>().WithMany().HasForeignKey(s => s.Partner).HasPrincipalKey(p => p.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Sittings).WithOne().HasForeignKey(s => s.Seat).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Partner>().WithMany().HasForeignKey(s => s.Partner).HasPrincipalKey(p => p.Code).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LocalMandate> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.EndTold, m.Until });
        builder.HasOne<Commune>().WithMany().HasForeignKey(m => m.Commune).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Partner>().WithMany().HasForeignKey(m => m.Partner).HasPrincipalKey(p => p.Code).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.HasIndex(o => o.Commune).IsUnique();
        builder.HasOne<Commune>().WithMany().HasForeignKey(o => o.Commune).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Tenures).WithOne().HasForeignKey(t => t.Office).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Tenure> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.Holder).OnDelete(DeleteBehavior.Restrict);
    }
}
