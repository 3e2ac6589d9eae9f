using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Passerelle.Programme;

internal sealed class ProgrammeMapping :
    IEntityTypeConfiguration<ProgrammeYear>, IEntityTypeConfiguration<Amendment>, IEntityTypeConfiguration<Axis>, IEntityTypeConfiguration<Theme>,
    IEntityTypeConfiguration<PriorityAction>, IEntityTypeConfiguration<Orientation>, IEntityTypeConfiguration<DecidingBody>
{
    public void Configure(EntityTypeBuilder<ProgrammeYear> builder)
    {
        builder.Ignore(y => y.Name);
        builder.HasIndex(y => y.Year).IsUnique();
        builder.HasMany(y => y.Amendments).WithOne().HasForeignKey(a => a.YearId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("ProgrammeAmendment");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<Axis> builder)
    {
        Item(builder, "ProgrammeAxis");
        builder.Property(a => a.Slug).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        Item(builder, "ProgrammeTheme");
        builder.Property(t => t.Slug).HasMaxLength(120);
        builder.HasIndex(t => new { t.YearId, t.Slug }).IsUnique();
        builder.HasOne<Axis>().WithMany().HasForeignKey(t => t.AxisId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Theme>().WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PriorityAction> builder)
    {
        Item(builder, "PriorityAction");
        builder.HasOne<Theme>().WithMany().HasForeignKey(a => a.ThemeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Orientation>().WithMany().HasForeignKey(a => a.OrientationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Orientation> builder)
    {
        Item(builder, "ProgrammeOrientation");
        builder.HasOne<DecidingBody>().WithMany().HasForeignKey(o => o.BodyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DecidingBody> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Code).HasMaxLength(60);
    }

    private static void Item<T>(EntityTypeBuilder<T> builder, string table)
        where T : ProgrammeItem
    {
        builder.ToTable(table);
        builder.Property(i => i.Code).HasMaxLength(40);
        builder.HasIndex(i => new { i.YearId, i.Code }).IsUnique();
        builder.HasOne<ProgrammeYear>().WithMany().HasForeignKey(i => i.YearId).OnDelete(DeleteBehavior.Restrict);
    }
}
