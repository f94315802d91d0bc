namespace PromptLab.Data.ApiKeys;

/// <summary>Keys are stored as SHA-256 hashes; the plain key is shown once.</summary>
public sealed class ApiKeyRepository
{
    public Task<IssuedApiKey> CreateAsync(string owner, string name, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Whose key it is; null when there is no such key or it is revoked.</summary>
    public Task<string?> FindOwnerAsync(string key, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Newest first, revoked ones too.</summary>
    public Task<IReadOnlyList<ApiKeyRow>> ListAsync(string owner, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public Task<bool> RevokeAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
