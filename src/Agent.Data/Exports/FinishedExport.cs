namespace PromptLab.Data.Exports;

/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Note">What the person should know of the file; null for nothing.</param>
public sealed record FinishedExport(long Rows, long Bytes, string Sha256, string? Note, DateTimeOffset ExpiresAt);
