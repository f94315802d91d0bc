namespace PromptLab.Everflow.Networks;

/// <summary>The account that the key belongs to.</summary>
/// <param name="CurrencyId">ISO 4217, when given.</param>
/// <param name="TimeZoneId">The API's id, when given.</param>
public sealed record NetworkAccount(int Id, string Name, string? CurrencyId, int? TimeZoneId);
