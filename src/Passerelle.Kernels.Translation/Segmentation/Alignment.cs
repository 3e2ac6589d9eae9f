namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>
/// Which segments of a translation belong to which of its source, when only the two texts are there: by their lengths, after
/// W. A. Gale and K. W. Church, «A program for aligning sentences in bilingual corpora» (Computational Linguistics 19, 1993). As many on both
/// sides are taken one for one.
/// </summary>
public static class Alignment
{
    private const double Variance = 6.8;
    private const double Never = 10_000;

    // What a pair of so many sources and targets costs beforehand: -100 × ln of how rare it is beside one for one.
    private static readonly (int Sources, int Targets, double Cost)[] Steps = [(1, 1, 0), (1, 0, 450), (0, 1, 450), (2, 1, 230), (1, 2, 230)];

    /// <summary>
    /// For each source its target; empty where there is none. Of two sources that one target translates, the first has it. Targets that belong to
    /// no source go to the one before. Time and memory grow with the product of both counts.
    /// </summary>
    public static IReadOnlyList<string> Pair(IReadOnlyList<string> sources, IReadOnlyList<string> targets)
    {
        if (sources.Count == targets.Count)
        {
            return targets;
        }

        var pairs = new List<string>[sources.Count];
        Array.Fill(pairs, null!);
        var last = 0;
        foreach (var (source, sourceCount, target, targetCount) in Path(sources, targets))
        {
            last = sourceCount > 0 ? source : last;
            if (targetCount > 0 && sources.Count > 0)
            {
                (pairs[last] ??= []).AddRange(targets.Skip(target).Take(targetCount));
            }
        }

        return [.. pairs.Select(p => p is null ? "" : string.Join(' ', p))];
    }

    private static List<(int Source, int Sources, int Target, int Targets)> Path(IReadOnlyList<string> sources, IReadOnlyList<string> targets)
    {
        var costs = new double[sources.Count + 1, targets.Count + 1];
        var taken = new byte[sources.Count + 1, targets.Count + 1];
        for (var s = 0; s <= sources.Count; s++)
        {
            for (var t = 0; t <= targets.Count; t++)
            {
                costs[s, t] = s + t == 0 ? 0 : double.MaxValue;
                for (byte i = 0; i < Steps.Length; i++)
                {
                    var (ofSource, ofTarget, cost) = Steps[i];
                    if (s >= ofSource && t >= ofTarget && costs[s - ofSource, t - ofTarget] + cost + Unlike(Length(sources, s - ofSource, s), Length(targets, t - ofTarget, t)) is var sum && sum < costs[s, t])
                    {
                        (costs[s, t], taken[s, t]) = (sum, i);
                    }
                }
            }
        }

        List<(int, int, int, int)> path = [];
        for (var (s, t) = (sources.Count, targets.Count); s + t > 0;)
        {
            var (ofSource, ofTarget, _) = Steps[taken[s, t]];
            (s, t) = (s - ofSource, t - ofTarget);
            path.Add((s, ofSource, t, ofTarget));
        }

        path.Reverse();
        return path;
    }

    private static int Length(IReadOnlyList<string> texts, int from, int end)
    {
        var length = 0;
        for (var i = from; i < end; i++)
        {
            length += texts[i].Length;
        }

        return length;
    }

    /// <summary>-100 × ln of how often two lengths would differ so much. What was left out costs the same however long it is, which theirs does not.</summary>
    private static double Unlike(int source, int target)
    {
        if (source == 0 || target == 0)
        {
            return 0;
        }

        var mean = (source + target) / 2.0;
        var far = Math.Abs(target - source) / Math.Sqrt(mean * Variance);
        var chance = 2 * (1 - Normal(far));
        return chance <= 0 ? Never : Math.Min(Never, -100 * Math.Log(chance));
    }

    /// <summary>The normal distribution's integral, by Abramowitz and Stegun's formula 26.2.17.</summary>
    private static double Normal(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        return 1 - (0.3989423 * Math.Exp(-z * z / 2) * ((((((((1.330274429 * t) - 1.821255978) * t) + 1.781477937) * t) - 0.356563782) * t) + 0.319381530) * t);
    }
}
