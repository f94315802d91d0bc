using System.Data.Common;

namespace PromptLab.Data.Databases.Sqlite;

/// <summary>A unit of writing that waits for its turn in the writer's next transaction.</summary>
internal abstract class WriteUnit
{
    /// <summary>False when its caller gave up before it ran.</summary>
    public abstract bool TryStart();

    public abstract Task RunAsync(DbConnection connection);

    /// <summary>Hands the result over, once it is on the disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}
