using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Models.Anthropic;
using PromptLab.Planner.Models.OpenAi;
using PromptLab.Planner.Planning;

namespace PromptLab.Planner.Models;

/// <summary>
/// The configured models by provider name. The embedded planner is taken from the container as the <see cref="IChatClient"/> with the key
/// <see cref="ModelsOptions.Offline"/>.
/// </summary>
public sealed class ModelRegistry(
    IServiceProvider services, IOptions<ModelsOptions> options, IOptions<PlannerOptions> planner, TimeProvider time,
    ILogger<FallbackChatClient> fallbackLogger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ChatModel>> models = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ChatModel>> plannerModels = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<HttpClient> connections = [];

    /// <summary>Every provider that can be named, <c>offline</c> included.</summary>
    public IReadOnlyList<string> Providers { get; } = Names(options.Value);

    /// <summary>The model of a provider, or of the default one, with the configured stand-in behind it.</summary>
    /// <exception cref="UnknownModelException">The name is not configured.</exception>
    public ChatModel Get(string? provider = null) => WithFallback(GetWithoutFallback(provider), GetWithoutFallback);

    /// <summary>The model alone: where it fails, the call fails. For evaluations, which must not measure the stand-in.</summary>
    /// <exception cref="UnknownModelException">The name is not configured.</exception>
    public ChatModel GetWithoutFallback(string? provider = null) => Find(models, provider, Build);

    /// <summary>As <see cref="Get"/>, for the planner: a planner may bring its own connection to OpenAI-compatible servers.</summary>
    /// <exception cref="UnknownModelException">The name is not configured.</exception>
    public ChatModel GetForPlanner(string? provider = null) => WithFallback(GetForPlannerWithoutFallback(provider), GetForPlannerWithoutFallback);

    /// <summary>As <see cref="GetWithoutFallback"/>, for the planner.</summary>
    /// <exception cref="UnknownModelException">The name is not configured.</exception>
    public ChatModel GetForPlannerWithoutFallback(string? provider = null) => Find(plannerModels, provider, BuildForPlanner);

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

    private ChatModel Find(ConcurrentDictionary<string, Lazy<ChatModel>> known, string? provider, Func<string, ChatModel> build)
    {
        var name = Canonical(provider ?? options.Value.Default);
        return known.TryGetValue(name, out var model) ? model.Value : known.GetOrAdd(name, new Lazy<ChatModel>(() => build(name))).Value;
    }

    private ChatModel WithFallback(ChatModel model, Func<string, ChatModel> find) =>
        options.Value.Fallback is not { Length: > 0 } fallback || Same(fallback, model.Provider)
            ? model
            : model with { Client = new FallbackChatClient(model, find(fallback), fallbackLogger) };

    private ChatModel BuildForPlanner(string name)
    {
        var provider = Provider(name);
        return provider.Kind == ModelKind.OpenAi && services.GetKeyedService<OpenAiConnector>(planner.Value.Kind) is { } connector
            ? Create(name, new GuardedChatClient(connector(provider, Connect()), provider, time))
            : GetWithoutFallback(name);
    }

    private ChatModel Build(string name)
    {
        var provider = Provider(name);
        return Create(name, provider.Kind switch
        {
            ModelKind.OpenAi => new GuardedChatClient(new OpenAiChatClient(provider, Connect()), provider, time),
            ModelKind.Anthropic => new GuardedChatClient(AnthropicModel.Create(provider, Connect()), provider, time),
            _ => services.GetRequiredKeyedService<IChatClient>(ModelsOptions.Offline),
        });
    }

    private ChatModel Create(string name, IChatClient client)
    {
        var provider = Provider(name);
        return new(name, provider.Model ?? ModelsOptions.Offline, client, Prices(provider));
    }

    private ProviderOptions Provider(string name) => options.Value.Providers.GetValueOrDefault(name) ?? new();

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
