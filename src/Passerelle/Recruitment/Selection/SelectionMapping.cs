using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.Recruitment.Selection;

internal sealed class SelectionMapping :
    IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<Admissibility>, IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<Access>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("Assessment");
        builder.Ignore(a => a.IsExcluded).Ignore(a => a.HasVerdicts).Ignore(a => a.HasScores);
        builder.ComplexCollection(a => a.Verdicts, v => v.ToJson());
        builder.ComplexCollection(a => a.Scores, s => s.ToJson());
        builder.HasIndex(a => new { a.ApplicationId, a.JurorId }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.JurorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Admissibility> builder)
    {
        builder.ToTable("Admissibility");
        builder.ComplexCollection(a => a.Settlements, s => s.ToJson());
        builder.HasIndex(a => a.ApplicationId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("SelectionDecision");
        builder.HasIndex(d => d.ApplicationId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(d => d.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Access> builder)
    {
        builder.ToTable("ApplicationAccess");
        builder.HasIndex(a => a.ApplicationId);
        // The anonymous reading ends once.
        builder.HasIndex(a => new { a.ApplicationId, a.ReaderId }).IsUnique().HasFilter("\"DocumentId\" IS NULL");
        builder.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.ReaderId).OnDelete(DeleteBehavior.Restrict);
    }
}
