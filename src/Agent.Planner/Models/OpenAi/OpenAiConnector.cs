using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>
/// How a planner speaks to OpenAI-compatible servers, where it has a way of its own; registered under the planner's name. Retries, time
/// limits and the stand-in are put around it. The connections belong to the caller.
/// </summary>
public delegate IChatClient OpenAiConnector(ProviderOptions provider, HttpClient connections);
