using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using Xunit;

namespace PromptLab.Testing.Databases;

/// <summary>Class fixture: a migrated database of each kind, made when the class first asks for it. Its tests share it, so each of them
/// uses an owner of its own.</summary>
public sealed class DatabaseFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<Opened>>> opened = new();

    /// <summary>The services of the node that is open on it.</summary>
    public async Task<IServiceProvider> OnAsync(DatabaseProvider provider) =>
        (await opened.GetOrAdd(provider, kind => new(() => OpenAsync(kind))).Value).Node;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in opened.Values)
        {
            var (fresh, node) = await database.Value;
            await node.DisposeAsync();
            await fresh.DisposeAsync();
        }
    }

    private static async Task<Opened> OpenAsync(DatabaseProvider provider)
    {
        var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        return new(fresh, await fresh.OpenMigratedNodeAsync());
    }

    private sealed record Opened(FreshDatabase Fresh, ServiceProvider Node);
}
