using System.Collections.Concurrent;

namespace PromptLab.Data.Databases.Sqlite;

/// <summary>Connections for reading, kept open. They see what was committed last and never wait for the writer.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<PreparingConnection> idle = [];
    private readonly SemaphoreSlim free = new(Math.Max(4, Environment.ProcessorCount * 2));

    public async ValueTask<PreparingConnection> RentAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        try
        {
            return idle.TryTake(out var connection) ? connection : file.OpenReader();
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public void Return(PreparingConnection connection)
    {
        idle.Add(connection);
        free.Release();
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
        free.Dispose();
    }
}
