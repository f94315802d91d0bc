namespace PromptLab.Simulator;

/// <summary>What <c>GET /v1/networks</c> tells about the account.</summary>
internal sealed record NetworkPayload
{
    public const int Id = 4711;
    public const int TimeZoneId = 55;

    public int NetworkId { get; } = Id;
    public string Name { get; } = "Polder Performance (demo)";
    public string AccountStatus { get; } = "active";
    public string CurrencyId { get; } = "EUR";
    public int TimezoneId { get; } = TimeZoneId;
}
