using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PromptLab.Data.Databases.Sqlite;

/// <summary>A connection that keeps the prepared statement of every SQL text it has run. Dapper makes a new command per call, and
/// preparing costs SQLite more than running what a turn stores. For one user at a time, like any connection.</summary>
internal sealed class PreparingConnection(SqliteConnection connection) : DbConnection
{
    private readonly Dictionary<string, Stack<SqliteCommand>> idle = new(StringComparer.Ordinal);

    [AllowNull]
    public override string ConnectionString
    {
        get => connection.ConnectionString;
        set => throw new NotSupportedException();
    }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    /// <summary>False inside a transaction.</summary>
    public bool IsAutoCommit => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0;

    public void Execute(string sql)
    {
        var command = Rent(sql);
        try
        {
            command.ExecuteNonQuery();
        }
        finally
        {
            Return(sql, command);
        }
    }

    public SqliteCommand Rent(string sql)
    {
        if (idle.TryGetValue(sql, out var commands) && commands.TryPop(out var command))
            return command;
        command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public void Return(string sql, SqliteCommand command)
    {
        command.Parameters.Clear();
        if (!idle.TryGetValue(sql, out var commands))
            idle.Add(sql, commands = new Stack<SqliteCommand>());
        commands.Push(command);
    }

    public override void Open() => throw new NotSupportedException("The connection is opened before it is wrapped.");

    public override void Close() => connection.Close();

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("IDatabase.WriteAsync is the transaction.");

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in idle.Values.SelectMany(commands => commands))
                command.Dispose();
            connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
