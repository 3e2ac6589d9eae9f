using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.Recruitment;

internal sealed class RecruitmentMapping :
    IEntityTypeConfiguration<Vacancy>, IEntityTypeConfiguration<Criterion>, IEntityTypeConfiguration<LanguageDemand>, IEntityTypeConfiguration<JudgedAttribute>,
    IEntityTypeConfiguration<PanelMember>, IEntityTypeConfiguration<Amendment>,
    IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<ApplicationDocument>, IEntityTypeConfiguration<ApplicationLink>
{
    public void Configure(EntityTypeBuilder<Vacancy> builder)
    {
        builder.ToTable("Vacancy");
        builder.Property(v => v.Slug).HasMaxLength(80);
        builder.HasIndex(v => v.Slug).IsUnique();
        builder.Ignore(v => v.Admission).Ignore(v => v.LastPost);
        builder.ComplexProperty(v => v.Rules, rules =>
        {
            rules.ToJson();
            rules.ComplexCollection(r => r.Contracts);
        });
        builder.ComplexCollection(v => v.Outcomes, outcome =>
        {
            outcome.ToJson();
            outcome.Ignore(o => o.People);
        });
        // What is asked is said anew as a whole; the database itself restricts.
        builder.HasMany(v => v.Criteria).WithOne().HasForeignKey(c => c.VacancyId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(v => v.Languages).WithOne().HasForeignKey(l => l.VacancyId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(v => v.Attributes).WithOne().HasForeignKey(a => a.VacancyId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(v => v.Panel).WithOne().HasForeignKey(j => j.VacancyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Amendments).WithOne().HasForeignKey(a => a.VacancyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Criterion> builder)
    {
        builder.ToTable("VacancyCriterion");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<LanguageDemand> builder)
    {
        builder.ToTable("VacancyLanguage");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Code).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<JudgedAttribute> builder)
    {
        builder.ToTable("VacancyAttribute");
        builder.Property(a => a.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PanelMember> builder)
    {
        builder.ToTable("VacancyJuror");
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(j => j.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Once at a time, even when two seat the same.
        builder.HasIndex(j => new { j.VacancyId, j.PersonId }).IsUnique().HasFilter("\"LeftAt\" IS NULL");
        builder.HasIndex(j => j.VacancyId);
    }

    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("VacancyAmendment");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.What).HasMaxLength(400);
        builder.Ignore(a => a.Rules);
    }

    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("Application");
        builder.Property(a => a.Email).HasMaxLength(254);
        builder.Property(a => a.EmailKey).HasMaxLength(254);
        builder.Property(a => a.ProvenKey).HasMaxLength(254);
        builder.Property(a => a.Language).HasMaxLength(2);
        builder.Ignore(a => a.Months).Ignore(a => a.IsOver).Ignore(a => a.ProveBefore).Ignore(a => a.Cv).Ignore(a => a.Documents).Ignore(a => a.IsCopied).Ignore(a => a.IsBeingRegistered);
        builder.Property(a => a.MissingHalves).HasMaxLength(120);
        builder.ComplexCollection(a => a.Periods, p => p.ToJson());
        // One for a proven address, and each number once.
        builder.HasIndex(a => new { a.VacancyId, a.ProvenKey }).IsUnique().HasFilter("\"ProvenKey\" IS NOT NULL");
        builder.HasIndex(a => new { a.VacancyId, a.Number }).IsUnique().HasFilter("\"Number\" IS NOT NULL");
        builder.HasIndex(a => a.VacancyId);
        builder.HasIndex(a => a.EmailKey);
        builder.HasOne<Vacancy>().WithMany().HasForeignKey(a => a.VacancyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.AllDocuments).WithOne().HasForeignKey(d => d.ApplicationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(a => a.Links).WithOne().HasForeignKey(l => l.ApplicationId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ApplicationDocument> builder)
    {
        builder.ToTable("ApplicationDocument");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.FileName).HasMaxLength(200);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Ignore(d => d.Bytes).Ignore(d => d.Text).Ignore(d => d.PlaceName).Ignore(d => d.Warnings);
    }

    public void Configure(EntityTypeBuilder<ApplicationLink> builder)
    {
        builder.ToTable("ApplicationLink");
        builder.HasKey(l => l.Hash);
        builder.Property(l => l.Hash).HasMaxLength(64);
    }
}
