namespace PromptLab.Host.Runs;

/// <summary>The pipeline of a run, as it was when its last attempt began.</summary>
public sealed record RunPipelineDto(Guid Id, string Name, int Revision);
