using System.Data.Common;

namespace PromptLab.Data.Databases.Sqlite;

internal sealed class ResultingWriteUnit<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    : WriteUnit
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Done => done.Task;

    public override bool TryStart() =>
        !cancellationToken.IsCancellationRequested || !done.TrySetCanceled(cancellationToken);

    /// <summary>Once begun it is carried through: it shares its transaction with others.</summary>
    public override async Task RunAsync(DbConnection connection) => result = await work(connection, CancellationToken.None);

    public override void Complete() => done.TrySetResult(result!);

    public override void Fail(Exception exception) => done.TrySetException(exception);
}
