using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Files;
using Passerelle.Platform.Jobs;

namespace Passerelle.Platform.Data;

internal sealed class PlatformMapping :
    IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<EventCursor>, IEntityTypeConfiguration<EventFailure>,
    IEntityTypeConfiguration<TextIndexRow>, IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<QueuedMail>,
    IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedOnAdd();
        builder.Property(e => e.Name).HasMaxLength(80);
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.HasIndex(e => new { e.SubjectId, e.Number });
        builder.HasIndex(e => new { e.PersonId, e.Number });
        builder.HasIndex(e => new { e.ActorId, e.Number });
    }

    public void Configure(EntityTypeBuilder<EventCursor> builder)
    {
        builder.HasKey(c => c.Handler);
        builder.Property(c => c.Handler).HasMaxLength(80);
        builder.Property(c => c.Number).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<EventFailure> builder)
    {
        builder.HasKey(f => new { f.Handler, f.Number });
        builder.Property(f => f.Handler).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<TextIndexRow> builder)
    {
        builder.ToTable("TextIndex");
        builder.HasKey(r => new { r.OwnerId, r.Owner, r.Property, r.Language });
        builder.Property(r => r.Owner).HasMaxLength(60);
        builder.Property(r => r.Property).HasMaxLength(60);
        builder.Property(r => r.Language).HasMaxLength(8);
        builder.HasIndex(r => new { r.Language, r.State, r.Stale });
        builder.HasIndex(r => new { r.Owner, r.Language });

        // The order of the translation queue, with what it is counted and filtered by.
        builder.HasIndex(r => new { r.Readers, r.WantedBy, r.OwnerId, r.Property, r.Language, r.Owner, r.State, r.Stale, r.SourceWords }).HasFilter("\"Waits\"");
        builder.HasIndex(r => new { r.Waits, r.Readers, r.PartOf });
    }

    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.HasKey(r => new { r.Job, r.Due });
        builder.Property(r => r.Job).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<QueuedMail> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Files).Ignore(m => m.MessageId);
        builder.HasIndex(m => new { m.SentAt, m.NextTry });
        builder.HasIndex(m => m.About);
    }

    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(80);
    }
}
