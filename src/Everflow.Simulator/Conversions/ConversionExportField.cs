namespace PromptLab.Simulator.Conversions;

/// <param name="Value">Text, number or boolean; never null.</param>
internal sealed record ConversionExportField(string Name, Func<ConversionExportRow, object> Value);
