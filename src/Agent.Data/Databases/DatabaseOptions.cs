namespace PromptLab.Data.Databases;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Of the PostgreSQL server, in Npgsql's form.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The SQLite file; its folder is made when it is missing.</summary>
    public string Path { get; set; } = ".data/promptlab.db";
}
