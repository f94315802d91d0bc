namespace PromptLab.Everflow.Metadata;

/// <summary>A country of the API.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">English; report filters compare this, not the code.</param>
public sealed record NetworkCountry(int Id, string Code, string Name);
