using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Tools;

/// <summary>A request with nothing left to interpret.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">
/// What the person stated or the context implied, canonical: ids as integers, ISO country code,
/// <c>date_range</c> as <c>{"from","to"}</c> inclusive ISO dates, lists as arrays. Defaults are left out, so that
/// a follow-up carries over only what was said.
/// </param>
/// <param name="Names">Display names of the ids in <paramref name="Arguments"/>, by argument: <c>{"offer":"Summer Promo 2024"}</c>.</param>
/// <param name="Chips">The whole interpretation, defaults included.</param>
/// <param name="Notes">What the person should know of the interpretation, for example that a range was clipped.</param>
/// <param name="Request">The workflow's typed request.</param>
public sealed record ResolvedRequest(
    string Tool,
    JsonObject Arguments,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<RequestChip> Chips,
    IReadOnlyList<string> Notes,
    object Request);
