using Passerelle.Platform;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

/// <summary>Stages that would wait for each other in a circle: found, refused and shown in one way, inside a project and across projects.</summary>
internal static class StageCircle
{
    /// <summary>
    /// From a stage forward, through those that wait for it, to the one that it is itself to wait for: that closes a
    /// circle, the shortest one, with the first stage again at its end. Null when there is none.
    /// </summary>
    public static IReadOnlyList<Guid>? Find(ILookup<Guid, Guid> after, Guid stage, Guid on)
    {
        Dictionary<Guid, Guid> cameFrom = new() { [stage] = stage };
        Queue<Guid> ahead = new([stage]);
        while (ahead.TryDequeue(out var here))
        {
            if (here == on)
            {
                List<Guid> way = [here];
                while (way[0] != stage)
                {
                    way.Insert(0, cameFrom[way[0]]);
                }

                return [.. way, stage];
            }

            foreach (var next in after[here].Where(n => cameFrom.TryAdd(n, here)))
            {
                ahead.Enqueue(next);
            }
        }

        return null;
    }

    /// <summary>Refuses a circle at the field that would close it.</summary>
    public static void MustNotBe(IReadOnlyCollection<LocalizedText> circle, string field)
    {
        if (circle.Count > 0)
        {
            throw new RuleBroken(T("rule.cycle", string.Join(" → ", circle.Select(c => c.Read(Language.Content).Value))), field);
        }
    }
}
