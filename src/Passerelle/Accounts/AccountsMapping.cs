using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Passerelle.Accounts;

internal sealed class AccountsMapping :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<RoleGrant>, IEntityTypeConfiguration<OneTimeLink>,
    IEntityTypeConfiguration<CharterVersion>, IEntityTypeConfiguration<CharterAcceptance>, IEntityTypeConfiguration<KeptKey>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("Persons");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.ConcurrencyStamp).IsConcurrencyToken().HasMaxLength(40);
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.Property(p => p.NormalizedEmail).HasMaxLength(254);
        builder.Property(p => p.UserName).HasMaxLength(254);
        builder.Property(p => p.NormalizedUserName).HasMaxLength(254);
        builder.Property(p => p.GivenName).HasMaxLength(100);
        builder.Property(p => p.FamilyName).HasMaxLength(100);
        builder.Property(p => p.Pseudonym).HasMaxLength(100);
        builder.Property(p => p.Language).HasMaxLength(8);
        builder.Property(p => p.Side).HasMaxLength(40);
        builder.Property(p => p.Commune).HasMaxLength(20);
        builder.Property(p => p.Organisation).HasMaxLength(200);
        builder.Property(p => p.OrganisationKind).HasMaxLength(40);
        builder.Property(p => p.DemoKey).HasMaxLength(40);
        builder.HasIndex(p => p.NormalizedEmail).IsUnique();
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        builder.HasIndex(p => p.DemoKey).IsUnique();
        builder.HasMany(p => p.Grants).WithOne().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(p => p.Grants).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Role).HasMaxLength(40);
        builder.HasIndex(g => new { g.Role, g.PersonId });
    }

    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.Property(l => l.ReturnPath).HasMaxLength(500);
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
        builder.HasIndex(l => l.Hash).IsUnique();
        builder.HasIndex(l => l.ExpiresAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CharterVersion> builder) => builder.HasIndex(c => c.Number).IsUnique();

    public void Configure(EntityTypeBuilder<CharterAcceptance> builder)
    {
        builder.HasKey(a => new { a.PersonId, a.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<KeptKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("PersonLogins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(128);
        builder.Property(l => l.ProviderKey).HasMaxLength(128);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("PersonTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(128);
        builder.Property(t => t.Name).HasMaxLength(128);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("PersonPasskeys");
        builder.HasKey(k => k.CredentialId);
        builder.Property(k => k.CredentialId).HasMaxLength(1024);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(k => k.Data).ToJson();
    }
}
