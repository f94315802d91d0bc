using Microsoft.Extensions.Options;
using PromptLab.Data.Databases;

namespace PromptLab.Planner.Turns;

/// <summary>
/// This process among those that share the database. An SQLite file has one, so a new process owns what the last one left
/// behind; on PostgreSQL a dead node's turns are found by their leases.
/// </summary>
internal sealed class TurnNode(IOptions<DatabaseOptions> options)
{
    public bool IsAlone { get; } = options.Value.Provider == DatabaseProvider.Sqlite;

    public string Name { get; } = options.Value.Provider == DatabaseProvider.Sqlite ? "embedded" : Guid.NewGuid().ToString("N");
}
