using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Passerelle.Territory;

internal sealed class TerritoryMapping :
    IEntityTypeConfiguration<Side>, IEntityTypeConfiguration<Partner>, IEntityTypeConfiguration<Commune>,
    IEntityTypeConfiguration<Adjacency>, IEntityTypeConfiguration<CommuneBoundary>,
    IEntityTypeConfiguration<DeclaredFigure>, IEntityTypeConfiguration<Attribution>, IEntityTypeConfiguration<Grouping>
{
    private const int CodeLength = 20;

    public void Configure(EntityTypeBuilder<Side> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasAlternateKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(CodeLength);
        builder.Property(s => s.Country).HasMaxLength(2);
        builder.Property(s => s.Language).HasMaxLength(8);
    }

    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasAlternateKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(CodeLength);
        builder.Property(p => p.Level).HasMaxLength(CodeLength);
        builder.Property(p => p.Country).HasMaxLength(2);
        builder.HasOne<Side>().WithMany().HasForeignKey(p => p.Side).HasPrincipalKey(s => s.Code).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasAlternateKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(CodeLength);
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.Border).HasMaxLength(CodeLength);
        builder.HasOne<Side>().WithMany().HasForeignKey(c => c.Side).HasPrincipalKey(s => s.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Partner>().WithMany().HasForeignKey(c => c.Partner).HasPrincipalKey(p => p.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Commune>().WithMany().HasForeignKey(c => c.MergedInto).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Adjacency> builder)
    {
        builder.HasKey(a => new { a.CodeA, a.CodeB });
        builder.HasOne<Commune>().WithMany().HasForeignKey(a => a.CodeA).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Commune>().WithMany().HasForeignKey(a => a.CodeB).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CommuneBoundary> builder)
    {
        builder.HasKey(b => b.Code);
        builder.HasOne<Commune>().WithMany().HasForeignKey(b => b.Code).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DeclaredFigure> builder) => builder.Property(f => f.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Attribution> builder) => builder.Property(a => a.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Grouping> builder) =>
        builder.HasOne<Commune>().WithMany().HasForeignKey(g => g.PlaceCommune).HasPrincipalKey(c => c.Code).OnDelete(DeleteBehavior.Restrict);
}
