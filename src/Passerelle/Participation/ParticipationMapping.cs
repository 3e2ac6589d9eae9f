using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.ActionGroups;

namespace Passerelle.Participation;

internal sealed class ParticipationMapping : IEntityTypeConfiguration<ModerationCase>, IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<ModerationCase> builder)
    {
        builder.Ignore(c => c.Comment).Ignore(c => c.WasHidden).Ignore(c => c.WasRestored).Ignore(c => c.WaitsForDecision).Ignore(c => c.WaitsForAnswer);
        // One case for a thing, even when two report it at once.
        builder.HasIndex(c => new { c.PostId, c.CommentId }).IsUnique();
        builder.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.DecidedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Reports).WithOne().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Language).HasMaxLength(2);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.Restrict);
    }
}
