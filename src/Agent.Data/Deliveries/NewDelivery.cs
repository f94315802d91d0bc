namespace PromptLab.Data.Deliveries;

/// <summary>A message for a channel outside: it is stored in the transaction of what it tells, and sent afterwards.</summary>
/// <param name="Channel">Name of a configured channel, <c>Channels:{name}</c>.</param>
/// <param name="Key">The same key is enqueued once, whoever tries and how often.</param>
/// <param name="Payload">
/// JSON object as an alert has it: <c>title</c>, <c>text</c>, and if there are some <c>facts</c> (<c>[{label,value}]</c>) and
/// <c>table</c> (<c>{columns,rows}</c>). A webhook receives it as it is, Slack as a message made of these.
/// </param>
public sealed record NewDelivery(string Channel, string Key, string Payload);
