using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Data;

/// <summary>
/// The one context, with a child for each database. A save is one transaction that writes the change, the events
/// of every act in it, and the index of its texts.
/// </summary>
public abstract class PlatformDb(DbContextOptions options, EventSignal signal, WriterTurn writers) : DbContext(options)
{
    private bool _inTransaction;

    public DbSet<Event> Events => Set<Event>();

    public DbSet<TextIndexRow> TextIndex => Set<TextIndexRow>();

    /// <summary>Runs several saves as one; what the database's writers must wait for is held throughout.</summary>
    public async Task<T> InOneTransaction<T>(Func<Task<T>> work, CancellationToken stop = default)
    {
        if (_inTransaction)
        {
            return await work();
        }

        using var turn = await writers.Take(stop); // before a connection is held: writers of one process wait here, however long
        await using var transaction = await Database.BeginTransactionAsync(stop);
        _inTransaction = true;
        try
        {
            var result = await work();
            await transaction.CommitAsync(stop);
            signal.Raise(_written);
            return result;
        }
        finally
        {
            _inTransaction = false;
            _written.Clear();
        }
    }

    public Task InOneTransaction(Func<Task> work, CancellationToken stop = default) =>
        InOneTransaction(async () =>
        {
            await work();
            return true;
        }, stop);

    /// <summary>
    /// The same for an act whose rule asks after more than the thing that it changes: from the question to the save
    /// nobody else's act is written.
    /// </summary>
    public Task<T> Alone<T>(Func<Task<T>> work, CancellationToken stop = default) =>
        InOneTransaction(async () =>
        {
            await LockEvents(stop);
            return await work();
        }, stop);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_inTransaction)
        {
            return await Write(acceptAllChangesOnSuccess, cancellationToken);
        }

        ChangeTracker.DetectChanges();
        return ChangeTracker.HasChanges()
            ? await InOneTransaction(() => Write(acceptAllChangesOnSuccess, cancellationToken), cancellationToken)
            : 0;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saves are asynchronous here");

    /// <summary>Makes event numbers grow in the order of commits.</summary>
    protected abstract Task LockEvents(CancellationToken stop);

    /// <summary>What this database needs before its migrations run; one process at a time does it.</summary>
    public virtual Task BeforeMigrating(CancellationToken stop) => Task.CompletedTask;

    /// <summary>True when a save failed on a row that must be the only one of its kind.</summary>
    public abstract bool IsDuplicate(DbUpdateException exception);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.ComplexProperties<LocalizedText>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlatformDb).Assembly);
        var types = modelBuilder.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType);
        foreach (var type in types.Where(t => t.IsSubclassOf(typeof(Root)) || LocalizedProperties(t).Any()).ToList())
        {
            var entity = modelBuilder.Entity(type);
            foreach (var text in LocalizedProperties(type))
            {
                entity.ComplexProperty(text.PropertyType, text.Name, map => map.ToJson());
            }

            if (type.IsSubclassOf(typeof(Root)))
            {
                entity.Property(nameof(Root.Version)).IsConcurrencyToken();
                entity.Property(nameof(Root.Id)).ValueGeneratedNever();
            }
        }
    }

    internal static IEnumerable<System.Reflection.PropertyInfo> LocalizedProperties(Type type) =>
        type.GetProperties().Where(p => p.PropertyType == typeof(LocalizedText));

    /// <summary>The things of a kind, for what treats all kinds alike.</summary>
    internal IQueryable<object> SetOf(IEntityType kind) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(Set), Type.EmptyTypes)!.MakeGenericMethod(kind.ClrType).Invoke(this, null)!;

    private readonly List<Event> _written = [];

    private async Task<int> Write(bool accept, CancellationToken stop)
    {
        ChangeTracker.DetectChanges();
        var roots = ChangeTracker.Entries<IRecords>().Select(e => e.Entity).Where(r => r.Pending.Count > 0).ToList();
        if (roots.Count > 0)
        {
            await LockEvents(stop); // before any row is locked, as in Alone: two writers never wait for each other
            var events = roots.SelectMany(r => r.Pending).OrderBy(e => e.At).ToList();
            Events.AddRange(events);
            _written.AddRange(events);
        }

        await IndexTexts(stop);
        var count = await base.SaveChangesAsync(accept, stop);
        roots.ForEach(r => r.Written());
        return count;
    }

    private async Task IndexTexts(CancellationToken stop)
    {
        var changed = ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Deleted
                || (e.State is EntityState.Modified && LocalizedProperties(e.Metadata.ClrType).Any(p => e.ComplexProperty(p.Name).IsModified)))
            .Where(e => LocalizedProperties(e.Metadata.ClrType).Any())
            .ToList();
        foreach (var known in changed.Where(e => e.State != EntityState.Added).GroupBy(e => e.Metadata.ClrType.Name, KeyOf))
        {
            foreach (var row in TextIndex.Local.Where(r => r.Owner == known.Key && known.Contains(r.OwnerId)).ToList())
            {
                Entry(row).State = EntityState.Detached;
            }

            await TextIndex.Where(r => r.Owner == known.Key && known.Contains(r.OwnerId)).ExecuteDeleteAsync(stop);
        }

        var others = ChangeTracker.Entries<IHasReaders>().Where(e => e.State == EntityState.Modified).Select(e => (EntityEntry)e);
        await IndexReaders(others.Where(e => !changed.Exists(c => c.Entity == e.Entity)).ToList(), stop);
        foreach (var entry in changed.Where(e => e.State != EntityState.Deleted))
        {
            foreach (var property in LocalizedProperties(entry.Metadata.ClrType))
            {
                TextIndex.AddRange(TextIndexRow.Of(entry.Entity, KeyOf(entry), property.Name, (LocalizedText)property.GetValue(entry.Entity)!));
            }
        }
    }

    /// <summary>A thing may come to be read by others, or wanted sooner, without a change of its texts.</summary>
    private async Task IndexReaders(IEnumerable<EntityEntry> changed, CancellationToken stop)
    {
        foreach (var entry in changed)
        {
            var (owner, id, says) = (entry.Metadata.ClrType.Name, KeyOf(entry), (IHasReaders)entry.Entity);
            var (readers, wanted, part) = (says.Readers, says.WantedBy, says.PartOf);
            await TextIndex.Where(r => r.OwnerId == id && r.Owner == owner && (r.Readers != readers || r.WantedBy != wanted || r.PartOf != part))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Readers, readers).SetProperty(r => r.WantedBy, wanted).SetProperty(r => r.PartOf, part), stop);
        }
    }

    private static Guid KeyOf(EntityEntry entry) => (Guid)entry.Property("Id").CurrentValue!;

    /// <summary>Instants as UTC in both databases. Internal, since the compiled models name it.</summary>
    internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
        v => Instants.Cut(v).UtcDateTime,
        v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc), TimeSpan.Zero));
}
