using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Everflow.Applications;
using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Labels;
using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Metadata;
using PromptLab.Everflow.Networks;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;
using PromptLab.Everflow.Quota;
using PromptLab.Everflow.Reports;
using PromptLab.Everflow.Resilience;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Visibility;

namespace PromptLab.Everflow;

public static class EverflowRegistration
{
    /// <summary>Registers the clients, one of each for the life of the process, and checks <see cref="EverflowOptions"/> at start.</summary>
    public static IServiceCollection AddEverflow(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<EverflowOptions, EverflowOptionsCheck>().BindConfiguration(EverflowOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new QuotaGate(Options(provider).Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(CreateExchange);
        services.AddSingleton(provider => new EverflowGateway(
            provider.GetRequiredService<Exchange>(), Options(provider).Value, provider.GetRequiredService<TimeProvider>()));
        return services.AddClients();
    }

    private static IServiceCollection AddClients(this IServiceCollection services) => services
        .AddSingleton(provider => new MetadataClient(Gateway(provider), Options(provider), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new ReportsClient(Gateway(provider), provider.GetRequiredService<MetadataClient>(), Options(provider)))
        .AddSingleton(provider => new ConversionsClient(Gateway(provider), provider.GetRequiredService<MetadataClient>(), Options(provider)))
        .AddSingleton(provider => new OffersClient(Gateway(provider), Options(provider)))
        .AddSingleton(provider => new LandingPagesClient(Gateway(provider), Options(provider)))
        .AddSingleton(provider => new PartnersClient(Gateway(provider), Options(provider)))
        .AddSingleton(provider => new ApplicationsClient(Gateway(provider), Options(provider)))
        .AddSingleton(provider => new VisibilityClient(Gateway(provider)))
        .AddSingleton(provider => new LabelsClient(Gateway(provider)))
        .AddSingleton(provider => new TrackingLinksClient(Gateway(provider)))
        .AddSingleton(provider => new NetworkClient(Gateway(provider)));

    private static Exchange CreateExchange(IServiceProvider provider)
    {
        var options = Options(provider).Value;
        var time = provider.GetRequiredService<TimeProvider>();
        var pipelines = new EverflowPipelines(options, time, provider.GetRequiredService<ILogger<EverflowPipelines>>());
        var resilient = new ResilienceHandler(CreateSockets(options), pipelines, provider.GetRequiredService<QuotaGate>(), options, time);
        return new(new(resilient), time, provider.GetRequiredService<ILogger<Exchange>>());
    }

    private static SocketsHttpHandler CreateSockets(EverflowOptions options) => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,

        // A redirect would carry the key to wherever it points.
        AllowAutoRedirect = false,

        // Neither do our trace ids concern the network.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),

        // A company proxy cannot reach a simulator on this machine.
        UseProxy = !options.BaseAddress.IsLoopback,
    };

    private static EverflowGateway Gateway(IServiceProvider provider) => provider.GetRequiredService<EverflowGateway>();

    private static IOptions<EverflowOptions> Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<EverflowOptions>>();
}
