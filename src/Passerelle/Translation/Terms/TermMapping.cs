using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.Translation.Terms;

internal sealed class TermMapping : IEntityTypeConfiguration<Term>, IEntityTypeConfiguration<TermImport>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.ToTable("Term");
        builder.Ignore(t => t.Pair).Ignore(t => t.Facts).Ignore(t => t.Name);
        builder.Property(t => t.FromLanguage).HasMaxLength(10);
        builder.Property(t => t.ToLanguage).HasMaxLength(10);
        builder.Property(t => t.Wrong).HasMaxLength(10);
        builder.Property(t => t.Key).HasMaxLength(64);
        // One row for a pair, even when two propose it at once.
        builder.HasIndex(t => t.Key).IsUnique();
        builder.HasIndex(t => t.State);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TermImport> builder)
    {
        builder.ToTable("TermImport");
        builder.Ignore(i => i.File);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
