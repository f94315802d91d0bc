using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>One conversion or event, before it gets its words.</summary>
/// <param name="Moment">Share of its day's traffic that came before it; grows with the time of day.</param>
internal readonly record struct ConversionFact(ConversionKey Key, double Moment, ulong Hash, ConversionOutcome Outcome);
