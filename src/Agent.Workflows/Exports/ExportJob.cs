using PromptLab.Data.Exports;

namespace PromptLab.Workflows.Exports;

/// <summary>An export of this process, from the queue to its end.</summary>
internal sealed class ExportJob(ExportRow row, ExportReportRequest request) : IDisposable
{
    private readonly TaskCompletionSource<ExportRow> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private ExportFile? _file;
    private long _wait;

    public ExportRow Row => row;

    public ExportReportRequest Request => request;

    /// <summary>The row as it was at the end.</summary>
    public Task<ExportRow> Ended => _ended.Task;

    public CancellationToken Stopped => _stop.Token;

    public long Rows => Volatile.Read(ref _file)?.Rows ?? 0;

    /// <summary>How long Everflow's quota makes it wait, as told last.</summary>
    public TimeSpan TakeWait() => TimeSpan.FromTicks(Interlocked.Exchange(ref _wait, 0));

    public void TellWait(TimeSpan wait) => Interlocked.Exchange(ref _wait, wait.Ticks);

    public void Write(ExportFile file) => Volatile.Write(ref _file, file);

    public void Stop() => _stop.Cancel();

    public void End(ExportRow ended) => _ended.TrySetResult(ended);

    public void Dispose() => _stop.Dispose();
}
