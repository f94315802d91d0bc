using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Models.Anthropic;
using PromptLab.Planner.Models.OpenAi;

namespace PromptLab.Planner.Models;

/// <summary>
/// The configured models by provider name. The embedded planner is taken from the container as the <see cref="IChatClient"/> with the key
/// <see cref="ModelsOptions.Offline"/>.
/// </summary>
public sealed class ModelRegistry(
    IServiceProvider services, IOptions<ModelsOptions> options, TimeProvider time, ILogger<FallbackChatClient> fallbackLogger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ChatModel>> models = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<HttpClient> connections = [];

    /// <summary>Every provider that can be named, <c>offline</c> included.</summary>
    public IReadOnlyList<string> Providers { get; } = Names(options.Value);

    /// <summary>The model of a provider, or of the default one, with the configured stand-in behind it.</summary>
    /// <exception cref="UnknownModelException">The name is not configured.</exception>
    public ChatModel Get(string? provider = null)
    {
        var model = GetWithoutFallback(provider);
        return options.Value.Fallback is not { Length: > 0 } fallback || Same(fallback, model.Provider)
            ? model
            : model with { Client = new FallbackChatClient(model, GetWithoutFallback(fallback), fallbackLogger) };
    }

    /// <summary>The model alone: where it fails, the call fails. For evaluations, which must not measure the stand-in.</summary>
    /// <exception cref="UnknownModelException">The name is not configured.</exception>
    public ChatModel GetWithoutFallback(string? provider = null)
    {
        var name = Canonical(provider ?? options.Value.Default);
        return models.TryGetValue(name, out var known) ? known.Value : models.GetOrAdd(name, new Lazy<ChatModel>(() => Build(name))).Value;
    }

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }

    internal static IReadOnlyList<string> Names(ModelsOptions options) =>
        [.. options.Providers.Keys.Append(ModelsOptions.Offline).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    private string Canonical(string name) =>
        Providers.FirstOrDefault(p => Same(p, name)) ?? throw new UnknownModelException(name, Providers);

    private ChatModel Build(string name)
    {
        var provider = options.Value.Providers.GetValueOrDefault(name) ?? new();
        var client = provider.Kind switch
        {
            ModelKind.OpenAi => new GuardedChatClient(new OpenAiChatClient(provider, Connect()), provider, time),
            ModelKind.Anthropic => new GuardedChatClient(AnthropicModel.Create(provider, Connect()), provider, time),
            _ => services.GetRequiredKeyedService<IChatClient>(ModelsOptions.Offline),
        };
        return new(name, provider.Model ?? ModelsOptions.Offline, client, Prices(provider));
    }

    private HttpClient Connect()
    {
        var connection = ModelTransport.Create(time);
        connections.Add(connection);
        return connection;
    }

    private static ModelPrices? Prices(ProviderOptions provider) =>
        provider is { InputPricePerMillion: { } input, OutputPricePerMillion: { } output } ? new(input, output) : null;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
