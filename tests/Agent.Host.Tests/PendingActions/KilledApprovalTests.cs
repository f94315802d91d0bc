using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Data.Databases;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Simulator;
using PromptLab.Simulator.Faults;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>The process is killed in the middle of a confirmed approval; the next one, or another node, follows it up.</summary>
public sealed class KilledApprovalTests : IAsyncLifetime
{
    private const int Partner = Planted.GlobalMediaNetwork;
    private const int Offer = Planted.HolidaySpecial;
    private const string Read = "/networks/affiliates/23456";

    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-approval-").FullName;
    private SimulatorServer _network = null!;

    public async Task InitializeAsync() =>
        _network = await SimulatorServer.StartAsync(new SimulatorOptions { LimitsRate = false }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _network.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Theory]
    [InlineData("claimed", "GET", Read, 0, false)]
    [InlineData("sending the write", "PATCH", ApprovalHost.Approve, 0, false)]
    [InlineData("reading back", "GET", ApprovalHost.Visibility, 1, true)]
    [InlineData("asking for the link", "POST", ApprovalHost.Link, 0, true)]
    public async Task A_killed_process_leaves_no_double_approval_and_the_outcome_is_told_after_the_restart(
        string step, string method, string path, int after, bool isApproved)
    {
        _ = step;
        var killed = await HostProcess.StartAsync(_data, Settings());
        var (conversation, action) = await ProposeAsync(killed.Client);
        await StopAtAsync(killed.Client, action, method, path, after);
        await killed.KillAsync();
        killed.Dispose();
        _network.Faults.Clear();

        using var revived = await HostProcess.StartAsync(_data, Settings());
        await EndedAsync(revived.Client, action);

        await ShouldBeToldAsync(revived.Client, conversation, action, isApproved);
        _network.Requests.CountOf("PATCH", ApprovalHost.Approve).ShouldBe(step == "claimed" ? 0 : 1);
    }

    [PostgresFact]
    public async Task On_postgresql_another_node_follows_up_when_the_claim_has_run_out()
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(DatabaseProvider.PostgreSql);
        string[] settings = [.. Settings(), .. database.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! })];
        using var other = await HostProcess.StartAsync(_data, settings);
        var killed = await HostProcess.StartAsync(_data, settings);
        var (conversation, action) = await ProposeAsync(killed.Client);
        await StopAtAsync(killed.Client, action, "POST", ApprovalHost.Link, 0);
        await killed.KillAsync();
        killed.Dispose();
        _network.Faults.Clear();

        await EndedAsync(other.Client, action);

        await ShouldBeToldAsync(other.Client, conversation, action, isApproved: true);
        _network.Requests.CountOf("PATCH", ApprovalHost.Approve).ShouldBe(1);
    }

    private string[] Settings() => ApprovalHost.Settings(_network);

    private static async Task<(Guid Conversation, Guid Action)> ProposeAsync(HttpClient client)
    {
        var turn = await HostFixture.AskAsync(client, $"tracking link for partner {Partner} on offer {Offer}");
        return (turn.Conversation, turn.Last.GetProperty("outcome").GetProperty("interrupts")[0].GetProperty("id").GetGuid());
    }

    /// <summary>Confirms, and waits until the service hangs at a call.</summary>
    private async Task StopAtAsync(HttpClient client, Guid action, string method, string path, int after)
    {
        var before = _network.Requests.CountOf(method, path);
        _network.Faults.Add(new Fault(path, FaultKind.Hang) { Method = method, After = after });
        _ = client.PostAsync($"/api/v1/pending-actions/{action}/confirm", null);
        await ApprovalHost.UntilAsync(() => Task.FromResult(_network.Requests.CountOf(method, path) > before + after));
    }

    private static Task EndedAsync(HttpClient client, Guid action) => ApprovalHost.UntilAsync(
        async () => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions/{action}")).GetProperty("status").GetString() is "done" or "failed");

    private static async Task ShouldBeToldAsync(HttpClient client, Guid conversation, Guid action, bool isApproved)
    {
        var messages = await ApprovalHost.MessagesAsync(client, conversation);
        messages.Count.ShouldBe(3);
        messages[^1].ShouldContain(isApproved ? "**Approved:** Global Media Network (23456)" : "was **not approved** on Holiday Special (1002)");
        messages[^1].ShouldContain(isApproved ? "https://www.trk-polder.test/" : "Nothing was changed, and no link was made");
        var stored = await client.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions/{action}");
        stored.GetProperty("status").GetString().ShouldBe(isApproved ? "done" : "failed");
        using var again = await client.PostAsync($"/api/v1/pending-actions/{action}/confirm", null);
        ((int)again.StatusCode).ShouldBe(409);
    }
}
