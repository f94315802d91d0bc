using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Reports;

/// <summary>Sorts streams into the groups of a report: those with equal values in every column.</summary>
internal static class StreamGroups
{
    public static IReadOnlyList<IReadOnlyList<int>> Of(TrafficStream[] streams, int[] selected, IEnumerable<Dimension> columns)
    {
        var groups = new int[selected.Length];
        var count = Math.Min(1, selected.Length);
        foreach (var column in columns)
        {
            var known = new Dictionary<(int Group, int Code), int>();
            for (var index = 0; index < selected.Length; index++)
            {
                var key = (groups[index], column.Code(streams[selected[index]]));
                if (!known.TryGetValue(key, out var group)) known[key] = group = known.Count;
                groups[index] = group;
            }
            count = known.Count;
        }
        var lists = new List<int>[count];
        for (var group = 0; group < count; group++) lists[group] = [];
        for (var index = 0; index < selected.Length; index++) lists[groups[index]].Add(selected[index]);
        return lists;
    }
}
