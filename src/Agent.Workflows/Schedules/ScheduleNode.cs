using Microsoft.Extensions.Options;
using PromptLab.Data.Databases;

namespace PromptLab.Workflows.Schedules;

/// <summary>This process among those that share the database.</summary>
public sealed class ScheduleNode(IOptions<DatabaseOptions> options)
{
    public string Name { get; } = $"{Environment.MachineName}/{Guid.NewGuid():N}"[..^24];

    /// <summary>An SQLite file has one process: what another name holds is left behind by one that is gone.</summary>
    public bool IsAlone { get; } = options.Value.Provider == DatabaseProvider.Sqlite;
}
