using System.Data.Common;

namespace PromptLab.Data.Databases;

/// <summary>Where repositories run their SQL. One text serves both implementations, SQLite and PostgreSQL, wherever it can.</summary>
public interface IDatabase
{
    /// <summary>For the few queries that each database must be asked in its own words.</summary>
    DatabaseProvider Provider { get; }

    /// <summary>Runs a query outside any transaction.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> query, CancellationToken cancellationToken);

    /// <summary>Runs a unit of writing: all of it is stored when the task completes, none of it when it fails.
    /// The unit may run more than once, and must not wait for anything but the database.</summary>
    Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> unit, CancellationToken cancellationToken);
}
