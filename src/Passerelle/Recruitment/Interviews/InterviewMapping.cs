using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.Recruitment.Interviews;

internal sealed class InterviewMapping :
    IEntityTypeConfiguration<InterviewSlot>, IEntityTypeConfiguration<SlotJuror>, IEntityTypeConfiguration<Interview>, IEntityTypeConfiguration<InterviewFile>,
    IEntityTypeConfiguration<InterviewNote>, IEntityTypeConfiguration<QuestionKit>, IEntityTypeConfiguration<KitQuestion>
{
    public void Configure(EntityTypeBuilder<InterviewSlot> builder)
    {
        builder.ToTable("InterviewSlot");
        builder.Property(s => s.Zone).HasMaxLength(60);
        builder.Property(s => s.Room).HasMaxLength(200);
        builder.Property(s => s.RoomKey).HasMaxLength(200);
        builder.HasIndex(s => s.VacancyId);
        builder.HasIndex(s => s.StartsAt);
        builder.HasOne<Vacancy>().WithMany().HasForeignKey(s => s.VacancyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Jurors).WithOne().HasForeignKey(j => j.SlotId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<SlotJuror> builder)
    {
        builder.ToTable("InterviewJuror");
        builder.HasKey(j => new { j.SlotId, j.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(j => j.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.ToTable("Interview");
        // One that stands for a slot, and one for a candidate.
        builder.HasIndex(i => i.SlotId).IsUnique().HasFilter("\"State\" IN ('Invited', 'Accepted', 'AsksAnother')");
        builder.HasIndex(i => i.ApplicationId).IsUnique().HasFilter("\"State\" IN ('Invited', 'Accepted', 'AsksAnother')");
        builder.HasOne<InterviewSlot>().WithMany().HasForeignKey(i => i.SlotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<InterviewSlot>().WithMany().HasForeignKey(i => i.WantedSlotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Application>().WithMany().HasForeignKey(i => i.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Files).WithOne().HasForeignKey(f => f.InterviewId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<InterviewFile> builder)
    {
        builder.ToTable("InterviewFile");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Bytes);
    }

    public void Configure(EntityTypeBuilder<InterviewNote> builder)
    {
        builder.ToTable("InterviewNote");
        builder.HasIndex(n => new { n.InterviewId, n.JurorId }).IsUnique();
        builder.HasOne<Interview>().WithMany().HasForeignKey(n => n.InterviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.JurorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<QuestionKit> builder)
    {
        builder.ToTable("InterviewKit");
        builder.HasIndex(k => k.VacancyId).IsUnique();
        builder.HasOne<Vacancy>().WithMany().HasForeignKey(k => k.VacancyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(k => k.Questions).WithOne().HasForeignKey(q => q.KitId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<KitQuestion> builder)
    {
        builder.ToTable("InterviewQuestion");
        builder.Property(q => q.Id).ValueGeneratedNever();
    }
}
