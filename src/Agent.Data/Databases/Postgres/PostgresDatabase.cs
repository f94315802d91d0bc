using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PromptLab.Data.Databases.Postgres;

/// <summary>Pooled connections; what fails for a passing reason is run again, unless it may have been committed.</summary>
internal sealed partial class PostgresDatabase(NpgsqlDataSource source, TimeProvider clock, ILogger<PostgresDatabase> logger)
    : IDatabase, IAsyncDisposable
{
    private const int Attempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    public DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public static NpgsqlDataSource Connect(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        settings.AutoPrepareMinUsages = 2;
        settings.ApplicationName ??= "promptlab";
        return NpgsqlDataSource.Create(settings);
    }

    public Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return await query(connection, cancellationToken);
            },
            cancellationToken);

    public Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) =>
        RunAsync(() => StoreAsync(unit, cancellationToken), cancellationToken);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<T> StoreAsync<T>(Func<DbConnection, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await unit(connection, cancellationToken);
        try
        {
            // Not cancelled any more: the caller should know whether it is stored.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException exception) when (IsConnectionLost(exception))
        {
            throw new UncertainCommitException(exception);
        }

        return result;
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await operation();
            }
            catch (NpgsqlException exception) when (attempt < Attempts && MayPass(exception))
            {
                LogRetry(attempt, exception.SqlState ?? exception.InnerException?.GetType().Name ?? "");
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), clock, cancellationToken);
            }
        }
    }

    /// <summary>Broken connections, a server that starts or stops, deadlocks, serialization failures; not what took too long already.</summary>
    private static bool MayPass(NpgsqlException exception) =>
        (exception.IsTransient || IsConnectionLost(exception)) && exception.InnerException is not TimeoutException;

    private static bool IsConnectionLost(NpgsqlException exception) =>
        exception.SqlState is null or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL did not answer as it should ({Reason}); attempt {Attempt} is repeated")]
    private partial void LogRetry(int attempt, string reason);
}
