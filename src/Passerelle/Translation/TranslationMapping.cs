using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Translation.Memory;

namespace Passerelle.Translation;

internal sealed class TranslationMapping :
    IEntityTypeConfiguration<TranslationUnit>, IEntityTypeConfiguration<UnitSegment>, IEntityTypeConfiguration<SegmentNote>,
    IEntityTypeConfiguration<Dismissal>, IEntityTypeConfiguration<KeptPair>, IEntityTypeConfiguration<PairRemoval>, IEntityTypeConfiguration<ParityDay>
{
    public void Configure(EntityTypeBuilder<TranslationUnit> builder)
    {
        builder.Ignore(u => u.Key);
        builder.Property(u => u.Owner).HasMaxLength(60);
        builder.Property(u => u.Property).HasMaxLength(60);
        builder.Property(u => u.Language).HasMaxLength(8);
        builder.HasMany(u => u.Segments).WithOne().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(u => u.Notes).WithOne().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(u => u.Dismissals).WithOne().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasOne<Accounts.Person>().WithMany().HasForeignKey(u => u.AssignedTo).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.OwnerId, u.Owner, u.Property, u.Language }).IsUnique();
        builder.HasIndex(u => new { u.AssignedTo, u.Due });
        builder.HasIndex(u => u.Due);
        builder.HasIndex(u => u.AskedAt);
        builder.HasIndex(u => u.CorrectedAt);
    }

    public void Configure(EntityTypeBuilder<UnitSegment> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SegmentNote> builder) => builder.Property(n => n.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Dismissal> builder)
    {
        builder.HasKey(d => new { d.SegmentId, d.Key });
        builder.Property(d => d.Key).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<KeptPair> builder)
    {
        builder.HasKey(p => p.Number);
        builder.Property(p => p.Number).ValueGeneratedOnAdd();
        builder.Property(p => p.From).HasMaxLength(8);
        builder.Property(p => p.To).HasMaxLength(8);
        builder.Property(p => p.Owner).HasMaxLength(60);
        builder.Property(p => p.Property).HasMaxLength(60);
        builder.Property(p => p.File).HasMaxLength(200);
        builder.HasIndex(p => p.SegmentId);
        builder.HasIndex(p => p.OwnerId);
    }

    public void Configure(EntityTypeBuilder<PairRemoval> builder)
    {
        builder.HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedOnAdd();
        builder.HasOne<KeptPair>().WithMany().HasForeignKey(r => r.Pair).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.Pair).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ParityDay> builder)
    {
        builder.HasKey(d => new { d.Day, d.Section, d.Language });
        builder.Property(d => d.Section).HasMaxLength(60);
        builder.Property(d => d.Language).HasMaxLength(8);
    }
}
