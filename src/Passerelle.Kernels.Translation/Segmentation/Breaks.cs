namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>Places where a text is cut.</summary>
internal static class Breaks
{
    /// <summary>Takes out the places that lie within a range. Takes n log n, since nobody knows how many brackets a text will bring.</summary>
    /// <param name="places">Ascending.</param>
    /// <param name="ranges">In any order; they may lie in each other.</param>
    public static void Leave(List<int> places, List<(int At, int End)> ranges)
    {
        ranges.Sort();
        var (next, end) = (0, 0);
        places.RemoveAll(place =>
        {
            for (; next < ranges.Count && ranges[next].At < place; next++)
            {
                end = Math.Max(end, ranges[next].End);
            }

            return place < end;
        });
    }
}
