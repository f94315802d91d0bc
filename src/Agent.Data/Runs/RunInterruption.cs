using System.Data.Common;
using Dapper;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Runs;

/// <summary>Ends the attempt and the steps of a run that nobody drives any more, so that it can be resumed.</summary>
internal static class RunInterruption
{
    private const string EndAttemptSql =
        """
        UPDATE run_attempts SET status = 'interrupted', error_code = 'interrupted', error_text = @Text, finished_at = @Now
        WHERE run_id = @Id AND number = @Attempt
        """;

    private const string EndRunningSql =
        "UPDATE run_steps SET status = 'interrupted', finished_at = @Now WHERE run_id = @Id AND attempt = @Attempt AND status = 'running'";

    private const string EndPendingSql =
        """
        UPDATE run_steps SET status = 'skipped', reason_code = 'ended', reason = @Text
        WHERE run_id = @Id AND attempt = @Attempt AND status = 'pending'
        """;

    /// <param name="text">Told as the reason.</param>
    public static async Task InterruptAttemptAsync(
        this DbConnection connection, EndedLife run, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { run.Id, run.Attempt, Text = text, Now = now };
        await connection.ExecuteAsync(new CommandDefinition(EndAttemptSql, values, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(EndRunningSql, values, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(EndPendingSql, values, cancellationToken: cancellationToken));
    }
}
