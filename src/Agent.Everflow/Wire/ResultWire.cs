using System.Text.Json.Serialization;

namespace PromptLab.Everflow.Wire;

/// <summary>The answer of a write without content of its own: <c>{"result":true}</c>, a bare <c>true</c>, or nothing.</summary>
/// <param name="Result">False only when the answer says so.</param>
[JsonConverter(typeof(ResultAnswer))]
internal sealed record ResultWire(bool Result);
