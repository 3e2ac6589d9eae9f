using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Pack;

namespace Passerelle.Recruitment;

/// <summary>How long what candidates gave is kept, counted from the closing of the procedure. The pack says it in recruitment.json.</summary>
/// <param name="KeptMonths">For those who were not chosen.</param>
/// <param name="ReserveMonths">With consent, for the reserve list.</param>
public sealed record RetentionRules(int KeptMonths, int ReserveMonths)
{
    private const string FileName = "recruitment.json";
    private const int MostKept = 24;
    private const int MostInReserve = 60;

    private static RetentionRules Usual { get; } = new(3, 24);

    /// <summary>Those of the pack as it is today: a rule that is changed there holds from the next start.</summary>
    public static RetentionRules Of(PlatformOptions options)
    {
        var pack = new PackFolder(options.PackFolder);
        var rules = In(pack);
        return pack.Errors.Count == 0 ? rules : throw new PackRefused(pack.Errors);
    }

    private static RetentionRules In(PackFolder pack)
    {
        if (!pack.Has(FileName) || pack.ReadJson(FileName)?.Keys("keptMonths", "reserveMonths") is not { } item)
        {
            return Usual;
        }

        var (kept, reserve) = (item.Int("keptMonths", least: 1), item.Int("reserveMonths", least: 1));
        if (kept > MostKept)
        {
            item.Fail("keptMonths", $"is above {MostKept}");
        }

        if (reserve > MostInReserve || reserve < kept)
        {
            item.Fail("reserveMonths", $"is not from «keptMonths» to {MostInReserve}");
        }

        return new(kept, reserve);
    }

    /// <summary>Checks the file when the pack is loaded.</summary>
    internal sealed class Part : PackPart
    {
        public override int Order => 79;

        public override void Read(PackFolder pack) => In(pack);

        public override Task Save(PlatformDb db, CancellationToken stop) => Task.CompletedTask;
    }

    /// <summary>A rule that is wrong stops the start: later it would stop a candidate.</summary>
    internal sealed class AtStart : IAtStart
    {
        public Task Run(IServiceProvider services, CancellationToken stop)
        {
            services.GetRequiredService<RetentionRules>();
            return Task.CompletedTask;
        }
    }
}
