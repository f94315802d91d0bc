using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>A request with nothing left to interpret.</summary>
/// <param name="Args">Canonical: ids, ISO country code, <c>date_range</c> as inclusive days. Defaults are left out.</param>
/// <param name="Chips">The whole interpretation in words, defaults included.</param>
/// <param name="Notes">What to know of the interpretation, for example that a period was clipped.</param>
public sealed record WorkflowRequestDto(JsonObject Args, IReadOnlyList<RequestChip> Chips, IReadOnlyList<string> Notes)
{
    internal static WorkflowRequestDto Of(ResolvedRequest request) => new(request.Arguments, request.Chips, request.Notes);
}
