namespace PromptLab.Simulator.Traffic;

internal enum ConversionStatus : byte
{
    Approved,
    Pending,
    Rejected,
    Invalid,
}
