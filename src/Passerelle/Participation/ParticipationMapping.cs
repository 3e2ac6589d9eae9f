using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Projects;

namespace Passerelle.Participation;

internal sealed class ParticipationMapping :
    IEntityTypeConfiguration<ModerationCase>, IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<HoldBack>,
    IEntityTypeConfiguration<Idea>, IEntityTypeConfiguration<IdeaView>, IEntityTypeConfiguration<IdeaSupport>
{
    public void Configure(EntityTypeBuilder<ModerationCase> builder)
    {
        builder.Ignore(c => c.Comment).Ignore(c => c.WasHidden).Ignore(c => c.WasRestored).Ignore(c => c.WaitsForDecision).Ignore(c => c.WaitsForAnswer);
        // One case for a thing, even when two report it at once.
        builder.HasIndex(c => new { c.PostId, c.CommentId }).IsUnique();
        builder.HasIndex(c => c.IdeaId).IsUnique();
        builder.HasOne<Idea>().WithMany().HasForeignKey(c => c.IdeaId).OnDelete(DeleteBehavior.Restrict);
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

    public void Configure(EntityTypeBuilder<HoldBack> builder) => builder.ToTable("HoldBack");

    public void Configure(EntityTypeBuilder<Idea> builder)
    {
        builder.ToTable("Idea");
        builder.Property(i => i.Slug).HasMaxLength(80);
        builder.Property(i => i.Theme).HasMaxLength(20);
        builder.Ignore(i => i.Authors).Ignore(i => i.IsShown).Ignore(i => i.IsHeld).Ignore(i => i.IsOpen).Ignore(i => i.TakesSupport).Ignore(i => i.MayBeWithdrawn);
        builder.HasIndex(i => i.Slug).IsUnique();
        builder.HasIndex(i => new { i.At, i.Id });
        builder.HasIndex(i => i.State);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.DecidedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Group>().WithMany().HasForeignKey(i => i.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(i => i.ProjectId).OnDelete(DeleteBehavior.Restrict);
        // Checked when a statement is over: SQLite drops no table whose rows restrict each other.
        builder.HasOne<Idea>().WithMany().HasForeignKey(i => i.MergedInto).OnDelete(DeleteBehavior.NoAction);
        builder.HasMany(i => i.Views).WithOne().HasForeignKey(v => v.IdeaId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdeaView> builder)
    {
        builder.ToTable("IdeaView");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Actor).HasMaxLength(Idea.ActorLimit);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.RecordedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdeaSupport> builder)
    {
        builder.ToTable("IdeaSupport");
        // Once each, even when the button is pressed twice at once.
        builder.HasIndex(s => new { s.IdeaId, s.PersonId }).IsUnique();
        builder.HasOne<Idea>().WithMany().HasForeignKey(s => s.IdeaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
