using Microsoft.Extensions.Options;
using PromptLab.Data.Databases;

namespace PromptLab.Workflows.Exports;

/// <summary>This process among those that share the database; alone on an SQLite file, so that it owns what its last life left behind.</summary>
internal sealed class ExportNode(IOptions<DatabaseOptions> options)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public string Name { get; } = options.Value.Provider == DatabaseProvider.Sqlite ? "embedded" : Guid.NewGuid().ToString("N");
}
