using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests;

/// <summary>The product's clients in front of a scripted network.</summary>
internal sealed class Network : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Network(ScriptedServer server, ServiceProvider services)
    {
        Server = server;
        _services = services;
    }

    public ScriptedServer Server { get; }

    public static async Task<Network> StartAsync(
        TimeProvider? time = null, Action<EverflowOptions>? configure = null, ILoggerProvider? log = null)
    {
        var server = await ScriptedServer.StartAsync();
        server.On("GET /v1/meta/timezones", ScriptedReply.Json("""{"timezones":[{"timezone_id":67,"timezone":"UTC"},{"timezone_id":57,"timezone":"Europe/Amsterdam"}]}"""));
        var services = new ServiceCollection().AddLogging(logging =>
        {
            if (log is not null)
                logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        });
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddEverflow();
        services.Configure<EverflowOptions>(options =>
        {
            options.BaseAddress = new(server.Address, "v1");
            options.ApiKey = "test-key";
            options.RetryDelay = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        if (time is not null)
            services.AddSingleton(time);
        return new(server, services.BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
