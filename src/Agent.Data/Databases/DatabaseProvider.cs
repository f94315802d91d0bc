namespace PromptLab.Data.Databases;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
