using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Simulator;
using PromptLab.Simulator.Faults;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>The whole service over a simulated network that a test can break, and that tells what it was asked to do.</summary>
public sealed class ApprovalHost : HostFixture
{
    public const string Visibility = "/networks/offers/*/visibility";
    public const string Approve = "/networks/affiliates/*/offers/visibility";
    public const string Link = "/networks/tracking/offers/clicks";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private const int Many = 1000;

    /// <summary>No other wait is as long; see <see cref="GivingUpAsync"/>.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(127);

    private int _hangs;

    public SimulatorServer Network { get; private set; } = null!;

    /// <summary>The clock by which the network is late.</summary>
    public ShiftedTimeProvider Pace { get; } = new();

    public override async Task InitializeAsync()
    {
        Network = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = Clock, WallClock = Pace, LimitsRate = false }, CancellationToken.None);
        await StartAsync([.. Settings(Network), "--Approvals:Approvers:0", "approver", "--Turns:PerMinute", "1000"]);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Network.DisposeAsync();
    }

    /// <summary>Points a service at the network; answers may be late, and the circuit breaker stays out of it.</summary>
    public static string[] Settings(SimulatorServer network) =>
    [
        "--Everflow:BaseAddress", network.BaseAddress.ToString(), "--Everflow:ApiKey", "demo", "--Everflow:AttemptTimeout", $"{AttemptTimeout}",
        "--Everflow:Retries", "1", "--Everflow:RetryDelay", "00:00:00.01", "--Everflow:BreakerThroughput", "100000",
        "--Everflow:RequestsPerSecond", "1000", "--Everflow:Burst", "1000", "--Approvals:Lease", $"{Lease}",
    ];

    /// <summary>The network as it was in the beginning, and nothing counted.</summary>
    public async Task ResetAsync()
    {
        using var reset = await new HttpClient(new SocketsHttpHandler()) { BaseAddress = Network.Root }.PostAsync("/__admin/reset", null);
        reset.EnsureSuccessStatusCode();
        _hangs = 0;
    }

    public void Break(string path, FaultKind kind, int? count = 1, int after = 0, int status = 500, string? method = null)
    {
        var times = kind == FaultKind.Hang ? count ?? Many : count;
        _hangs += kind == FaultKind.Hang ? times!.Value : 0;
        Network.Faults.Add(new Fault(path, kind) { Count = times, After = after, Status = status, Method = method });
    }

    /// <summary>Waits for an answer, and lets the service give up each call that hangs as soon as it does. No other call is hurried.</summary>
    public async Task<T> GivingUpAsync<T>(Task<T> answer)
    {
        var given = 0;
        while (!answer.IsCompleted)
        {
            var hung = _hangs - Network.Faults.Active.Where(fault => fault.Kind == FaultKind.Hang).Sum(fault => fault.Count!.Value);
            if (hung > given)
            {
                given = hung;
                Clock.EndWaitsOf(AttemptTimeout);
            }

            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        return await answer;
    }

    public int Approvals => Network.Requests.CountOf("PATCH", Approve);

    /// <summary>What is set on an offer: partners by visible, hidden and rejected.</summary>
    public async Task<IReadOnlyList<string>> SettingsOfAsync(int offer)
    {
        using var api = Api();
        var lists = await api.GetFromJsonAsync<JsonElement>($"/v1/networks/offers/{offer}/visibility");
        return [.. Lists.SelectMany(list => lists.GetProperty($"network_affiliate_{list}_ids").EnumerateArray().Select(id => $"{list} {id}"))];
    }

    public async Task SetAsync(int partner, int offer, string visibility)
    {
        using var api = Api();
        using var reply = await api.PatchAsJsonAsync(
            $"/v1/networks/affiliates/{partner}/offers/visibility", new { network_offer_ids = new[] { offer }, visibility_type = visibility });
        reply.EnsureSuccessStatusCode();
    }

    public async Task SetOfferAsync(int offer, string status)
    {
        using var api = Api();
        using var reply = await api.PatchAsJsonAsync($"/__admin/offers/{offer}", new { offer_status = status });
        reply.EnsureSuccessStatusCode();
    }

    /// <summary>Asks for a link that needs an approval.</summary>
    public async Task<Proposal> ProposeAsync(int partner, int offer, string more = "", Guid? conversation = null)
    {
        var turn = await AskAsync($"tracking link for partner {partner} on offer {offer}{more}", conversation);
        turn.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("interrupt", turn.Reply);
        return new Proposal(turn.Conversation, turn.Last.GetProperty("outcome").GetProperty("interrupts")[0].GetProperty("id").GetGuid(), turn);
    }

    public async Task<(int Status, JsonElement Body)> DecideAsync(Guid action, string decision, HttpClient? person = null)
    {
        using var reply = await (person ?? Client).PostAsync($"/api/v1/pending-actions/{action}/{decision}", null);
        return ((int)reply.StatusCode, await reply.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<JsonElement> ActionAsync(Guid action) => await Client.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions/{action}");

    public Task<IReadOnlyList<string>> MessagesAsync(Guid conversation) => MessagesAsync(Client, conversation);

    public static async Task<IReadOnlyList<string>> MessagesAsync(HttpClient client, Guid conversation)
    {
        var list = await client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");
        return [.. list.GetProperty("data").EnumerateArray().Select(message => message.GetProperty("text").GetString()!)];
    }

    public static Task UntilAsync(Func<Task<bool>> isSo, [CallerArgumentExpression(nameof(isSo))] string what = "") => Patience.UntilAsync(isSo, what);

    private static readonly string[] Lists = ["visible", "hidden", "rejected"];

    private HttpClient Api() => new(new SocketsHttpHandler()) { BaseAddress = Network.Root, DefaultRequestHeaders = { { "X-Eflow-API-Key", "demo" } } };

    public sealed record Proposal(Guid Conversation, Guid Action, ChatTurn Turn);
}
