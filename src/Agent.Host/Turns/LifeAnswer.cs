using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Turns;

/// <summary>Following and stopping what lives as a turn does, as HTTP says it: turns, executions, runs of pipelines, evaluations.</summary>
/// <param name="noun">What it is, in the codes and sentences of problems.</param>
internal sealed class LifeAnswer(string noun)
{
    /// <summary>Exactly the events behind <paramref name="place"/>, live while it runs.</summary>
    /// <param name="findAsync">By owner and id.</param>
    public async Task<Results<TurnEventStream, ProblemHttpResult>> EventsAsync<TRow>(
        string owner, Guid id, TurnEventPlace place,
        Func<string, Guid, CancellationToken, Task<TRow?>> findAsync,
        Func<TRow, long, CancellationToken, IAsyncEnumerable<IReadOnlyList<TurnEvent>>> read,
        CancellationToken cancellationToken)
        where TRow : class
    {
        if (!TurnEventId.TryRead(place.Text, id, out var sequence))
        {
            return place.Problem($"Give the id of an event of this {noun}, as the stream sent it, or just its number.");
        }

        return await findAsync(owner, id, cancellationToken) is { } row
            ? new TurnEventStream(id, read(row, sequence, cancellationToken))
            : NotFound();
    }

    /// <param name="cancelAsync">By owner and id; false when it does not run.</param>
    /// <param name="findAsync">By owner and id.</param>
    public async Task<Results<Accepted, ProblemHttpResult>> CancelAsync<TRow>(
        string owner, Guid id,
        Func<string, Guid, CancellationToken, Task<bool>> cancelAsync,
        Func<string, Guid, CancellationToken, Task<TRow?>> findAsync,
        CancellationToken cancellationToken)
        where TRow : class
    {
        if (await cancelAsync(owner, id, cancellationToken))
        {
            return TypedResults.Accepted((string?)null);
        }

        return await findAsync(owner, id, cancellationToken) is null
            ? NotFound()
            : ApiProblem.Create(StatusCodes.Status409Conflict, $"{noun}_not_running", $"The {noun} has ended already.");
    }

    public ProblemHttpResult NotFound() => ApiProblem.Create(StatusCodes.Status404NotFound, $"{noun}_not_found", $"There is no such {noun}.");
}
