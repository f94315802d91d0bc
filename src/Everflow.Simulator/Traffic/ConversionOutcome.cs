namespace PromptLab.Simulator.Traffic;

/// <summary>What became of one conversion. Only approved ones carry payout and revenue.</summary>
internal readonly record struct ConversionOutcome(
    ConversionStatus Status, int ErrorCode, bool IsScrub, int PayoutCents, int RevenueCents, int SaleCents, bool HasEvent);
