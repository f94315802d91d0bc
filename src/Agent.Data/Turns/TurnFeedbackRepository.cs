using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Turns;

/// <summary>What people think of the answers to their own questions; the last word counts.</summary>
public sealed class TurnFeedbackRepository(IDatabase database, TimeProvider clock)
{
    private const string SaveSql =
        """
        INSERT INTO turn_feedback (turn_id, owner, thumb, comment, created_at, updated_at)
        SELECT id, owner, @Thumb, @Comment, @Now, @Now FROM turns WHERE id = @TurnId AND owner = @Owner
        ON CONFLICT (turn_id) DO UPDATE SET thumb = excluded.thumb, comment = excluded.comment, updated_at = excluded.updated_at
        RETURNING turn_id, thumb, comment, updated_at
        """;

    /// <summary>Null when the turn is not the owner's.</summary>
    /// <param name="thumb">One of <see cref="Thumb"/>, or null to take it back.</param>
    public Task<TurnFeedbackRow?> SaveAsync(string owner, Guid turnId, string? thumb, string? comment, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, TurnId = turnId, Thumb = thumb, Comment = comment, Now = clock.GetUtcNow() };
        return database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<TurnFeedbackRow>(new CommandDefinition(SaveSql, values, cancellationToken: token)),
            cancellationToken);
    }
}
