using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Hosting;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Hosting;

/// <summary>The whole service on its own ports and its own SQLite file: demo network, offline model, Wednesday 2025-01-15.</summary>
public class HostFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2025, 1, 15, 12, 0, 0, TimeSpan.FromHours(1));

    /// <summary>A busy machine may need longer for an answer than a person would wait.</summary>
    public static readonly IReadOnlyList<string> Patient =
    [
        "--Everflow:AttemptTimeout", "00:05:00", "--Everflow:TotalTimeout", "00:20:00", "--Turns:Timeout", "00:10:00",
    ];

    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-host-").FullName;
    private WebApplication? _app;

    /// <summary>The service's and the network's clock; it runs, and can be moved on.</summary>
    public ShiftedTimeProvider Clock { get; private set; } = new(Now);

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    /// <summary>The simulator's own address, to ask it what the service was told.</summary>
    public Uri Everflow => new(Services.GetRequiredService<IConfiguration>()["Everflow:BaseAddress"]!.TrimEnd('/') + '/');

    public virtual Task InitializeAsync() => StartAsync();

    public virtual async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_data, recursive: true);
    }

    public async Task StartAsync(params string[] settings)
    {
        _app = await ServiceHost.BuildAsync(["--port", "0", "--data", _data, .. Patient, .. settings], Clock, CancellationToken.None);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Address, Timeout = Patience.Longest };
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            Client?.Dispose();
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    /// <summary>A client that is somebody else than the local user.</summary>
    public async Task<HttpClient> SignInAsync(string owner)
    {
        var key = await Services.GetRequiredService<ApiKeyRepository>().CreateAsync(owner, "test", CancellationToken.None);
        return new HttpClient(new SocketsHttpHandler())
        {
            BaseAddress = Address,
            Timeout = Patience.Longest,
            DefaultRequestHeaders = { Authorization = new("Bearer", key.Key) },
        };
    }

    public Task<ChatTurn> AskAsync(string message, Guid? conversation = null) => AskAsync(Client, message, conversation);

    public static async Task<ChatTurn> AskAsync(HttpClient client, string message, Guid? conversation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat")
        {
            Headers = { Accept = { new("text/event-stream") } },
            Content = JsonContent.Create(new { message, conversation_id = conversation }),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await ChatTurn.ReadAsync(response);
    }
}
