using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Dimensions;

internal delegate int CodeOfStream(in TrafficStream stream);

/// <summary>A column that reports can group and filter by. Streams are compared by a number, names come in last.</summary>
/// <param name="Column">Its name on the wire.</param>
/// <param name="ExportFields">Field names in files: the id's and the label's, or one for both.</param>
internal sealed record Dimension(string Column, CodeOfStream Code, Func<int, DimensionValue> Value, params string[] ExportFields);
