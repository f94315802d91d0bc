using System.Collections.Concurrent;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Evaluations;

/// <summary>Holds every answer of a scripted model back until the test lets it go.</summary>
internal sealed class HeldModel : IDisposable
{
    private readonly ConcurrentQueue<TaskCompletionSource> _gates = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private int _count;

    public HeldModel(ScriptedModel model) => model.Always(Hold);

    /// <summary>Requests so far.</summary>
    public int Count => Volatile.Read(ref _count);

    public async Task WaitForAsync(int requests)
    {
        for (var seen = 0; seen < requests; seen++)
        {
            (await _arrived.WaitAsync(Patience.Longest)).ShouldBeTrue();
        }
    }

    public void Release(int answers)
    {
        for (var released = 0; released < answers && _gates.TryDequeue(out var gate); released++)
        {
            gate.SetResult();
        }
    }

    public void Dispose() => _arrived.Dispose();

    private ModelReply Hold(ModelRequest request)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _count);
        _gates.Enqueue(gate);
        _arrived.Release();
        return ModelReply.Says(request.LastText).HeldAt(0, gate.Task);
    }
}
