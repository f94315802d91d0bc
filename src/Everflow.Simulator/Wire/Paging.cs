namespace PromptLab.Simulator.Wire;

internal sealed record Paging(int Page, int PageSize, int TotalCount);
