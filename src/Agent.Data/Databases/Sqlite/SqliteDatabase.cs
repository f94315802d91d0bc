using System.Data.Common;

namespace PromptLab.Data.Databases.Sqlite;

internal sealed class SqliteDatabase(SqliteFile file) : IDatabase, IAsyncDisposable
{
    private readonly SqliteReaders readers = new(file);
    private readonly SqliteWriter writer = new(file);

    public DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public async Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        var connection = await readers.RentAsync(cancellationToken);
        try
        {
            return await query(connection, cancellationToken);
        }
        finally
        {
            readers.Return(connection);
        }
    }

    public async Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        var queued = new ResultingWriteUnit<T>(unit, cancellationToken);
        await writer.QueueAsync(queued, cancellationToken);
        return await queued.Done;
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
    }
}
