using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Deliveries;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Deliveries;

/// <summary>The whole service, which is in a hurry, with a receiver on this machine behind each kind of channel.</summary>
public sealed class DeliveryHost : HostFixture
{
    public const string Secret = "a-secret-of-the-tests";
    public const string Payload = """{"title":"Default pages","text":"2 partners","facts":[{"label":"Clicks","value":"120"}]}""";

    /// <summary>Of one attempt; no other wait is as long, so that a test can end it.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(67);

    public ScriptedServer Receiver { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Receiver = await ScriptedServer.StartAsync();
        await StartAsync(Settings(Receiver.Address));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    public static string[] Settings(Uri receiver) =>
    [
        "--Channels:hook:Kind", "webhook", "--Channels:hook:Url", new Uri(receiver, "/hook").ToString(), "--Channels:hook:Secret", Secret,
        "--Channels:team:Kind", "slack", "--Channels:team:Url", new Uri(receiver, "/slack").ToString(),
        "--Deliveries:Poll", "00:00:00.050", "--Deliveries:FirstPause", "00:00:00.050", "--Deliveries:Timeout", $"{Timeout}",
        "--Deliveries:Lease", "00:03:00", "--Deliveries:Attempts", "4",
    ];

    public async Task<string> SendAsync(string channel, string payload = Payload)
    {
        var key = $"test/{Guid.NewGuid()}";
        await Services.GetRequiredService<DeliveryRepository>().EnqueueAsync(new(channel, key, payload), default);
        return key;
    }

    /// <summary>The delivery as the API tells it once it has a status.</summary>
    public async Task<JsonElement> WhenAsync(string key, string status)
    {
        JsonElement found = default;
        await Patience.UntilAsync(
            async () =>
            {
                var list = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/deliveries?status={status}&limit=200");
                found = list.GetProperty("data").EnumerateArray().FirstOrDefault(row => row.GetProperty("key").GetString() == key);
                return found.ValueKind == JsonValueKind.Object;
            },
            $"the delivery is {status}");
        return found;
    }

    /// <summary>What the local user was told by the service itself.</summary>
    public async Task<string> NoticesAsync()
    {
        var list = await Client.GetFromJsonAsync<JsonElement>("/api/v1/conversations?search=Service");
        var texts = new List<string?>();
        foreach (var conversation in list.GetProperty("data").EnumerateArray())
        {
            var messages = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation.GetProperty("id")}/messages");
            texts.AddRange(messages.GetProperty("data").EnumerateArray().Select(message => message.GetProperty("text").GetString()));
        }

        return string.Join('\n', texts);
    }
}
