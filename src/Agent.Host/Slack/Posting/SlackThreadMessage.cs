using System.Text.Json.Nodes;

namespace PromptLab.Host.Slack.Posting;

/// <summary>A message of a thread, as Slack writes it.</summary>
internal sealed record SlackThreadMessage(string Ts, JsonObject Json);
