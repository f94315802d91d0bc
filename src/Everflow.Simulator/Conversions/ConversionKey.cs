namespace PromptLab.Simulator.Conversions;

/// <summary>Where a conversion or event stands: the n-th of its stream on a day.</summary>
internal readonly record struct ConversionKey(int Stream, int Day, int Index, bool IsEvent);
