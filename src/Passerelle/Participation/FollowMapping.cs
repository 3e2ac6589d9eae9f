using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Passerelle.Accounts;

namespace Passerelle.Participation;

internal sealed class FollowMapping : IEntityTypeConfiguration<Follower>, IEntityTypeConfiguration<Following>, IEntityTypeConfiguration<FollowAsk>
{
    private const int KeyLimit = 40;

    public void Configure(EntityTypeBuilder<Follower> builder)
    {
        builder.ToTable("Follower");
        builder.Property(f => f.Email).HasMaxLength(Follower.EmailLimit);
        builder.Property(f => f.EmailKey).HasMaxLength(Follower.EmailLimit);
        builder.Property(f => f.Language).HasMaxLength(2);
        // One for a person and one for an address, even when two things are followed at once.
        builder.HasIndex(f => f.PersonId).IsUnique();
        builder.HasIndex(f => f.EmailKey).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Followings).WithOne().HasForeignKey(f => f.FollowerId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<Following> builder)
    {
        builder.ToTable("Following");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Key).HasMaxLength(KeyLimit);
        builder.HasIndex(f => new { f.FollowerId, f.Kind, f.Key }).IsUnique();
        builder.HasIndex(f => new { f.Kind, f.Key });
    }

    public void Configure(EntityTypeBuilder<FollowAsk> builder)
    {
        builder.ToTable("FollowAsk");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.Property(a => a.Email).HasMaxLength(Follower.EmailLimit);
        builder.Property(a => a.EmailKey).HasMaxLength(Follower.EmailLimit);
        builder.Property(a => a.Language).HasMaxLength(2);
        builder.Property(a => a.Key).HasMaxLength(KeyLimit);
        builder.Property(a => a.UsedAt).IsConcurrencyToken();
        builder.HasIndex(a => a.Hash).IsUnique();
        builder.HasIndex(a => new { a.EmailKey, a.AskedAt });
        builder.HasIndex(a => a.ExpiresAt);
    }
}
