namespace PromptLab.Workflows.Countries;

/// <param name="Code">ISO 3166 alpha-2, upper case.</param>
/// <param name="Name">English name, as the network's report filter wants it.</param>
public sealed record Country(string Code, string Name);
