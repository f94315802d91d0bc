namespace PromptLab.Simulator.Wire;

/// <summary>Formats of exports; <c>json</c> means one object per line.</summary>
internal enum FileFormat
{
    Csv,
    Json,
}
