namespace PromptLab.Simulator.Traffic;

internal enum TrafficQuality : byte
{
    Ordinary,
    /// <summary>Many conversions are invalid or rejected, quick, and from few addresses.</summary>
    Fraudulent,
    /// <summary>Every conversion is approved: scripted traffic whose figures are exact.</summary>
    Clean,
}
