using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Datasets;

/// <summary>The tables of datasets, for the units that write several rows at once.</summary>
internal static class DatasetTable
{
    public const string Columns =
        """
        id, owner, sharing, name, description, template_id, evaluators, threshold, row_count, revision,
        created_at, created_by, updated_at, updated_by, deleted_at
        """;

    public const string CaseColumns = "id, ordinal, variables, expected, note";

    private const string FindSql = $"SELECT {Columns} FROM datasets WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL";

    public static Task<DatasetRow?> FindDatasetAsync(this DbConnection connection, string owner, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<DatasetRow>(
            new CommandDefinition(FindSql, new { Owner = owner, Id = id }, cancellationToken: cancellationToken));

    private const string FindIdByNameSql = "SELECT id FROM datasets WHERE owner = @Owner AND name_key = @NameKey AND deleted_at IS NULL";

    public static Task<Guid?> FindDatasetIdByNameAsync(this DbConnection connection, string owner, string name, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Guid?>(
            new CommandDefinition(FindIdByNameSql, new { Owner = owner, NameKey = NameKey(name) }, cancellationToken: cancellationToken));

    /// <summary>Names that differ in nothing but case are the same.</summary>
    public static string NameKey(string name) => name.ToLowerInvariant();
}
