using PromptLab.Data.Paging;
using PromptLab.Data.Pipelines;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Finds pipelines. What another owner has is not found, unless it is shared.</summary>
public sealed class PipelineReader(PipelineRepository pipelines, PipelineList list)
{
    public async Task<Pipeline?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        await pipelines.FindAsync(owner, id, cancellationToken) is { } row ? Pipeline.Of(row) : null;

    /// <summary>The user's own, or one that its owner shares: what may be read and run.</summary>
    public async Task<Pipeline?> FindVisibleAsync(string user, Guid id, CancellationToken cancellationToken) =>
        await pipelines.FindVisibleAsync(user, id, cancellationToken) is { } row ? Pipeline.Of(row) : null;

    /// <summary>Case makes no difference.</summary>
    public async Task<Pipeline?> FindByNameAsync(string owner, string name, CancellationToken cancellationToken) =>
        await pipelines.FindByNameAsync(owner, name, cancellationToken) is { } row ? Pipeline.Of(row) : null;

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<Pipeline>> ListAsync(
        string owner, PipelineFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var page = await list.ReadAsync(owner, filter, cursor, limit, cancellationToken);
        return new([.. page.Data.Select(Pipeline.Of)], page.Next);
    }
}
