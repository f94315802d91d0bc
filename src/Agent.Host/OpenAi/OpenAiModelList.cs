namespace PromptLab.Host.OpenAi;

internal sealed record OpenAiModelList(string Object, IReadOnlyList<OpenAiModel> Data);
