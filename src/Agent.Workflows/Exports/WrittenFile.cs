namespace PromptLab.Workflows.Exports;

/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record WrittenFile(long Rows, long Bytes, string Sha256);
