using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Turns;

/// <summary>The last event that somebody who follows has seen already. A browser that reconnects says it by the header.</summary>
internal sealed record TurnEventPlace(
    [property: FromHeader(Name = "Last-Event-ID")] string? LastEventId, [property: FromQuery(Name = "after")] string? After)
{
    public string? Text => LastEventId ?? After;

    public ProblemHttpResult Problem(string detail) => ApiProblem.Invalid("event_id_invalid", LastEventId is null ? "after" : "Last-Event-ID", detail);
}
