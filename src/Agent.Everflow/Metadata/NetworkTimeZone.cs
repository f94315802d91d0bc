namespace PromptLab.Everflow.Metadata;

/// <summary>A time zone of the API. Its id is opaque and differs from all public lists, so it is looked up by name.</summary>
/// <param name="Name">IANA name.</param>
public sealed record NetworkTimeZone(int Id, string Name);
