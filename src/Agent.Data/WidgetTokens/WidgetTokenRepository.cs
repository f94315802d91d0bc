using Dapper;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.Databases;

namespace PromptLab.Data.WidgetTokens;

/// <summary>Tokens that let a page's widget in for a short time. Only their hashes are stored, and not for longer than they hold.</summary>
public sealed class WidgetTokenRepository(IDatabase database, TimeProvider clock)
{
    public const string Mark = "plw_";

    private const string ForgetSql = "DELETE FROM widget_tokens WHERE expires_at < @Now";

    private const string IssueSql =
        """
        INSERT INTO widget_tokens (hash, owner, origin, created_by, created_at, expires_at)
        VALUES (@Hash, @Owner, @Origin, @CreatedBy, @Now, @ExpiresAt)
        """;

    public async Task<IssuedWidgetToken> IssueAsync(
        string owner, string? origin, string createdBy, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var issued = new IssuedWidgetToken(Secret.Create(Mark), now + lifetime);
        var values = new { Hash = Secret.Hash(issued.Token), Owner = owner, Origin = origin, CreatedBy = createdBy, Now = now, issued.ExpiresAt };
        await database.WriteAsync(
            async (connection, token) =>
            {
                await connection.ExecuteAsync(new CommandDefinition(ForgetSql, values, cancellationToken: token));
                return await connection.ExecuteAsync(new CommandDefinition(IssueSql, values, cancellationToken: token));
            },
            cancellationToken);
        return issued;
    }

    private const string FindSql = "SELECT owner, origin FROM widget_tokens WHERE hash = @Hash AND expires_at > @Now";

    /// <summary>Null when there is no such token, or no longer.</summary>
    public Task<WidgetTokenRow?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var values = new { Hash = Secret.Hash(token), Now = clock.GetUtcNow() };
        return database.ReadAsync(
            (connection, stop) => connection.QuerySingleOrDefaultAsync<WidgetTokenRow>(new CommandDefinition(FindSql, values, cancellationToken: stop)),
            cancellationToken);
    }
}
