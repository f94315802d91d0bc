using Microsoft.Data.Sqlite;

namespace PromptLab.Data.Databases.Sqlite;

/// <summary>Opens connections to the database file. They are kept open by who asked for them, so the provider's own pool is off.</summary>
internal sealed class SqliteFile(string path)
{
    private const string WriterSettings =
        """
        PRAGMA busy_timeout = 5000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA wal_autocheckpoint = 4000;
        """;

    private const string ReaderSettings =
        """
        PRAGMA busy_timeout = 5000;
        PRAGMA query_only = ON;
        """;

    public PreparingConnection OpenWriter()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        return Open(WriterSettings, SqliteOpenMode.ReadWriteCreate);
    }

    public PreparingConnection OpenReader() => Open(ReaderSettings, SqliteOpenMode.ReadWrite);

    private PreparingConnection Open(string settings, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            // SQLite's own lower() knows ASCII only; searches are meant to ignore the case of every letter.
            connection.CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
            using var command = connection.CreateCommand();
            command.CommandText = settings;
            command.ExecuteNonQuery();
            return new PreparingConnection(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
