using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PromptLab.Data.Databases.Sqlite;

/// <summary>Borrows the prepared command of its text from the connection, and gives it back when disposed.</summary>
internal sealed class PreparedCommand(PreparingConnection connection) : DbCommand
{
    private SqliteCommand? command;
    private string text = "";

    [AllowNull]
    public override string CommandText
    {
        get => text;
        set
        {
            GiveBack();
            text = value ?? "";
            command = connection.Rent(text);
        }
    }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Command => command ?? throw new InvalidOperationException("The command has no text.");

    public override void Cancel() => Command.Cancel();

    public override void Prepare() => Command.Prepare();

    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            GiveBack();
        base.Dispose(disposing);
    }

    /// <summary>SQLite knows its parameters with the sign; Dapper names them without, and the provider would try every sign.</summary>
    private SqliteCommand Ready()
    {
        foreach (SqliteParameter parameter in Command.Parameters)
        {
            if (!parameter.ParameterName.StartsWith('@'))
                parameter.ParameterName = "@" + parameter.ParameterName;
        }

        return Command;
    }

    private void GiveBack()
    {
        if (command is not null)
            connection.Return(text, command);
        command = null;
    }
}
