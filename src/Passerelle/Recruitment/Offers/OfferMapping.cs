using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Passerelle.Recruitment.Offers;

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>, IEntityTypeConfiguration<Telling>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("Offer");
        builder.Property(o => o.HomeAuthority).HasMaxLength(Offer.TextLimit);
        builder.Property(o => o.Training).HasMaxLength(Offer.TextLimit);
        // One that stands at a time, and one for a person.
        builder.HasIndex(o => o.VacancyId).IsUnique().HasFilter("\"State\" IN ('Open', 'Accepted')");
        builder.HasIndex(o => o.ApplicationId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(o => o.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Telling> builder)
    {
        builder.ToTable("Telling");
        builder.Property(t => t.How).HasMaxLength(Telling.HowLimit);
        builder.HasIndex(t => t.ApplicationId).IsUnique();
        builder.HasIndex(t => t.VacancyId);
        builder.HasOne<Application>().WithMany().HasForeignKey(t => t.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
