using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Dimensions;

/// <summary>One filter type with its alternatives, applied to streams. Each code is looked at once.</summary>
internal sealed class StreamFilter(Dimension dimension, IReadOnlySet<string> values)
{
    private readonly Dictionary<int, bool> _verdicts = [];

    public string Column => dimension.Column;

    public IReadOnlySet<string> Values => values;

    public bool Accepts(in TrafficStream stream)
    {
        var code = dimension.Code(stream);
        if (!_verdicts.TryGetValue(code, out var verdict)) _verdicts[code] = verdict = values.Contains(dimension.Value(code).Id);
        return verdict;
    }
}
