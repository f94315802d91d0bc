namespace PromptLab.Simulator.Offers;

/// <summary>A vertical with the range of its prices and conversion rates.</summary>
/// <param name="Products">What its offers sell, as it stands in their names.</param>
internal sealed record Category(int Id, string Name, IReadOnlyList<string> Products, double LowPayout, double HighPayout, double LowRate, double HighRate, bool IsShareOfSale);
