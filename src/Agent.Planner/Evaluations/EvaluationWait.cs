using PromptLab.Planner.Models;

namespace PromptLab.Planner.Evaluations;

/// <summary>What all rows of an evaluation wait for before they ask a model.</summary>
internal sealed class EvaluationWait(ProviderPace pace, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan Place = TimeSpan.FromMilliseconds(200);
    private long _answeredAt = time.GetTimestamp();

    /// <summary>Waits while the provider wants to be left alone. Not null when it has refused everything for so long that there is no point in it.</summary>
    public async Task<EvaluationFault?> ForAsync(string provider, CancellationToken cancellationToken)
    {
        if (pace.PausedUntil(provider) is { } until && time.GetElapsedTime(Volatile.Read(ref _answeredAt)) + (until - time.GetUtcNow()) > patience)
        {
            return EvaluationFault.RateLimited(provider);
        }

        await pace.WaitAsync(provider, cancellationToken);
        return null;
    }

    /// <summary>As many executions of the owner are running as may: waits a moment for one of them to end.</summary>
    public Task ForAPlaceAsync(CancellationToken cancellationToken) => Task.Delay(Place, time, cancellationToken);

    public void Refused(string provider, ModelException exception) => pace.Note(provider, exception);

    public void Answered(string provider)
    {
        Volatile.Write(ref _answeredAt, time.GetTimestamp());
        pace.NoteAnswer(provider);
    }
}
