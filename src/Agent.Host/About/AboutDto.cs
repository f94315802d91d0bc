namespace PromptLab.Host.About;

/// <param name="DataSource"><c>demo</c> for the simulated network, otherwise <c>everflow</c>.</param>
/// <param name="Model"><c>provider/model</c>.</param>
/// <param name="User">Who asks: the owner of what they save.</param>
/// <param name="Examples">Questions to start with.</param>
/// <param name="Now">The service's clock, by which a page counts down what expires.</param>
/// <param name="TimeZone">The network's, as an IANA name; days in answers are days there.</param>
public sealed record AboutDto(
    string Name, string Version, string DataSource, string Model, string Planner, string User, IReadOnlyList<string> Examples, string TimeZone, string Currency,
    DateTimeOffset Now);
