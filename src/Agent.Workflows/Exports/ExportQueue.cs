using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace PromptLab.Workflows.Exports;

/// <summary>Exports of this process that wait or are being written.</summary>
internal sealed class ExportQueue(IOptions<ExportOptions> options)
{
    private readonly Channel<ExportJob> _waiting = Channel.CreateBounded<ExportJob>(options.Value.Waiting);
    private readonly ConcurrentDictionary<Guid, ExportJob> _all = new();

    public ICollection<ExportJob> All => _all.Values;

    /// <summary>False when too many wait already.</summary>
    public bool TryAdd(ExportJob job)
    {
        _all[job.Row.Id] = job;
        if (_waiting.Writer.TryWrite(job))
        {
            return true;
        }

        _all.TryRemove(job.Row.Id, out _);
        return false;
    }

    public IAsyncEnumerable<ExportJob> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    public void Remove(ExportJob job) => _all.TryRemove(job.Row.Id, out _);

    /// <summary>Those that nobody has begun.</summary>
    public IEnumerable<ExportJob> Drain()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var job))
        {
            yield return job;
        }
    }
}
