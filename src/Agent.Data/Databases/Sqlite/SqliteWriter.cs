using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace PromptLab.Data.Databases.Sqlite;

/// <summary>The one writer of the file. Units that wait are stored by one transaction, each inside its own savepoint: a commit costs
/// more than a unit, and a unit that fails takes no other with it.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int Waiting = 1024;
    private const int LargestBatch = 128;

    private readonly Channel<WriteUnit> queue =
        Channel.CreateBounded<WriteUnit>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    private readonly List<WriteUnit> batch = new(LargestBatch);
    private readonly SqliteFile file;
    private readonly Task loop;
    private PreparingConnection? connection;

    public SqliteWriter(SqliteFile file)
    {
        this.file = file;
        loop = Task.Run(WriteAsync);
    }

    public ValueTask QueueAsync(WriteUnit unit, CancellationToken cancellationToken) => queue.Writer.WriteAsync(unit, cancellationToken);

    /// <summary>Stores what is queued, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task WriteAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            // Goes to the end of the thread pool's queue: a busy process first lets others ask, and stores more by one commit.
            await Task.Yield();
            try
            {
                await StoreBatchAsync();
            }
            // Whatever went wrong is the callers' to hear; the writer goes on with the next batch.
            catch (Exception exception)
            {
                Abandon(exception);
            }
        }

        connection?.Dispose();
    }

    private async Task StoreBatchAsync()
    {
        if (!TryTake(out var unit))
            return;
        batch.Add(unit);
        connection ??= file.OpenWriter();
        connection.Execute("BEGIN IMMEDIATE");
        await RunAsync(connection, unit);
        while (batch.Count < LargestBatch && TryTake(out unit))
        {
            batch.Add(unit);
            await RunAsync(connection, unit);
        }

        connection.Execute("COMMIT");
        batch.ForEach(stored => stored.Complete());
        batch.Clear();
    }

    private bool TryTake([NotNullWhen(true)] out WriteUnit? unit)
    {
        while (queue.Reader.TryRead(out unit))
        {
            if (unit.TryStart())
                return true;
        }

        return false;
    }

    private async Task RunAsync(PreparingConnection open, WriteUnit unit)
    {
        open.Execute("SAVEPOINT unit");
        try
        {
            await unit.RunAsync(open);
        }
        // Some errors (disk full, I/O) have already rolled back everything; then all units of the batch have failed.
        catch (Exception exception) when (!open.IsAutoCommit)
        {
            open.Execute("ROLLBACK TO unit");
            batch.Remove(unit);
            unit.Fail(exception);
        }

        open.Execute("RELEASE unit");
    }

    private void Abandon(Exception exception)
    {
        batch.ForEach(unit => unit.Fail(exception));
        batch.Clear();
        // The next batch starts with a fresh connection; closing this one rolls back what is open.
        connection?.Dispose();
        connection = null;
    }
}
