using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.ApiKeys;

/// <summary>Keys are stored as SHA-256 hashes, enough for 256 random bits; the plain key is shown once.</summary>
public sealed class ApiKeyRepository(IDatabase database, TimeProvider clock)
{
    private const string Mark = "plk_";
    private const int PrefixLength = 12;

    private const string CreateSql =
        """
        INSERT INTO api_keys (id, owner, name, prefix, hash, created_at)
        VALUES (@Id, @Owner, @Name, @Prefix, @Hash, @CreatedAt)
        """;

    public async Task<IssuedApiKey> CreateAsync(string owner, string name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var issued = new IssuedApiKey(Guid.CreateVersion7(now), Secret.Create(Mark));
        var values = new
        {
            issued.Id,
            Owner = owner,
            Name = name,
            Prefix = issued.Key[..PrefixLength],
            Hash = Secret.Hash(issued.Key),
            CreatedAt = now,
        };
        await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(CreateSql, values, cancellationToken: token)),
            cancellationToken);
        return issued;
    }

    private const string FindOwnerSql = "SELECT owner FROM api_keys WHERE hash = @Hash AND revoked_at IS NULL";

    /// <summary>Whose key it is; null when there is no such key or it is revoked.</summary>
    public Task<string?> FindOwnerAsync(string key, CancellationToken cancellationToken)
    {
        var values = new { Hash = Secret.Hash(key) };
        return database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<string>(
                new CommandDefinition(FindOwnerSql, values, cancellationToken: token)),
            cancellationToken);
    }

    private const string ListSql =
        """
        SELECT id, owner, name, prefix, created_at, revoked_at FROM api_keys
        WHERE owner = @Owner
        ORDER BY created_at DESC, id DESC
        """;

    /// <summary>Newest first, revoked ones too.</summary>
    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(string owner, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ApiKeyRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return rows.AsList();
    }

    private const string RevokeSql =
        "UPDATE api_keys SET revoked_at = @Now WHERE id = @Id AND owner = @Owner AND revoked_at IS NULL";

    /// <summary>False when the owner has no such key, or it is revoked already.</summary>
    public async Task<bool> RevokeAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Owner = owner, Now = clock.GetUtcNow() };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(RevokeSql, values, cancellationToken: token)),
            cancellationToken) == 1;
    }
}
