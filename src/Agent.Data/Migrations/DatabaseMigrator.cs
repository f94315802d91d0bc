namespace PromptLab.Data.Migrations;

/// <summary>Brings the database to the newest schema. The host does this before it serves; tools without a host call it themselves.</summary>
public sealed class DatabaseMigrator
{
    /// <returns>The numbers of the migrations that were applied now.</returns>
    public Task<IReadOnlyList<int>> MigrateAsync(CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
