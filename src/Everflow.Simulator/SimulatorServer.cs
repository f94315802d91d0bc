using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using PromptLab.Simulator.Access;
using PromptLab.Simulator.Admin;
using PromptLab.Simulator.Applications;
using PromptLab.Simulator.Conversions;
using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Faults;
using PromptLab.Simulator.Labels;
using PromptLab.Simulator.LandingPages;
using PromptLab.Simulator.Limits;
using PromptLab.Simulator.Metadata;
using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Reports;
using PromptLab.Simulator.Requests;
using PromptLab.Simulator.TrackingLinks;
using PromptLab.Simulator.Visibility;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator;

/// <summary>A simulated network behind the real paths and JSON, on a loopback port of its own until it is disposed.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SimulatorServer(WebApplication application, SimulatedNetwork network)
    {
        _application = application;
        Network = network;
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Root = new Uri(addresses.Addresses.First());
        BaseAddress = new Uri(Root, "/v1");
    }

    /// <summary>What an Everflow client is configured with, e.g. <c>http://127.0.0.1:49231/v1</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The server without the version, where <c>/__admin</c> lives.</summary>
    public Uri Root { get; }

    public SimulatedNetwork Network { get; }

    /// <summary>Faults of this server, the same that <c>/__admin/faults</c> shows.</summary>
    public FaultBook Faults => _application.Services.GetRequiredService<FaultBook>();

    /// <summary>The calls that this server got.</summary>
    public RequestLog Requests => _application.Services.GetRequiredService<RequestLog>();

    /// <summary>Builds the network and listens. Two servers share nothing.</summary>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var network = SimulatedNetwork.Create(options.Seed, options.Clock, TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ApplicationName = typeof(SimulatorServer).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        AddServices(builder.Services, options, network);
        var application = builder.Build();
        Map(application);
        await application.StartAsync(cancellationToken);
        return new SimulatorServer(application, network);
    }

    public async ValueTask DisposeAsync()
    {
        // Hanging faults would hold an orderly stop up, so the stop is not given any time.
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
    }

    private static void AddServices(IServiceCollection services, SimulatorOptions options, SimulatedNetwork network)
    {
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        services.AddSingleton<IHostLifetime, OwnedLifetime>();
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(network);
        services.AddSingleton<FaultBook>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<OfferPayloads>();
        services.AddSingleton<PartnerPayloads>();
        services.AddSingleton<DimensionList>();
        services.AddSingleton<StreamSelection>();
        services.AddSingleton<ReportBuilder>();
        services.AddSingleton(new ConversionIds(options.Seed));
        services.AddSingleton<ConversionScan>();
        services.AddSingleton<ConversionPayloads>();
        services.AddSingleton(new ConversionChanges(options.Clock, options.ConversionChangeDelay));
    }

    private static void Map(WebApplication application)
    {
        application.UseMiddleware<ErrorBodies>();
        application.UseWhen(context => !context.Request.Path.StartsWithSegments(AdminEndpoints.Prefix), api =>
        {
            api.UseMiddleware<RequestCounting>();
            api.UseMiddleware<RateLimit>();
            api.UseMiddleware<ReportConcurrency>();
            api.UseMiddleware<FaultInjection>();
            api.UseMiddleware<KeyCheck>();
        });
        application.MapAdmin();
        var version = application.MapGroup("/v1");
        version.MapMetadata();
        version.MapGet("/networks", () => TypedResults.Ok(new NetworkPayload()));
        var networks = version.MapGroup("/networks");
        networks.MapOffers();
        networks.MapLandingPages();
        networks.MapPartners();
        networks.MapVisibility();
        networks.MapApplications();
        networks.MapLabels();
        networks.MapTrackingLinks();
        networks.MapReports();
        networks.MapConversions();
    }
}
