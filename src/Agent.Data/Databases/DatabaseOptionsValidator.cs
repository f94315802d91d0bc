using Microsoft.Extensions.Options;

namespace PromptLab.Data.Databases;

internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.PostgreSql when string.IsNullOrWhiteSpace(options.ConnectionString) =>
            ValidateOptionsResult.Fail("Database:ConnectionString is required when Database:Provider is postgresql."),
        DatabaseProvider.Sqlite when string.IsNullOrWhiteSpace(options.Path) =>
            ValidateOptionsResult.Fail("Database:Path must name the SQLite file."),
        DatabaseProvider.Sqlite or DatabaseProvider.PostgreSql => ValidateOptionsResult.Success,
        _ => ValidateOptionsResult.Fail($"Database:Provider '{options.Provider}' is not sqlite or postgresql."),
    };
}
