using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Deliveries;
using PromptLab.Data.Migrations;
using PromptLab.Host.Hosting;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Http;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Deliveries;

public sealed class DeliveryCrashTests
{
    private const string Hook = "POST /hook";

    [Fact]
    public async Task A_delivery_survives_the_death_of_the_process_that_sent_it()
    {
        var data = Directory.CreateTempSubdirectory("promptlab-outbox-").FullName;
        await using var receiver = await ScriptedServer.StartAsync();
        receiver.On(Hook, ScriptedReply.Silence, new ScriptedReply(200, "ok"));
        string[] settings = [.. DeliveryHost.Settings(receiver.Address)];
        await EnqueueAsync(data);
        using (var killed = await HostProcess.StartAsync(data, settings))
        {
            await receiver.RequestsOf(Hook, 1);
            await killed.KillAsync();
        }

        using var revived = await HostProcess.StartAsync(data, settings);

        await receiver.RequestsOf(Hook, 2);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        receiver.Requests.Count.ShouldBe(2);
        receiver.Requests.Select(request => request.Headers["Idempotency-Key"].ToString()).Distinct().Count().ShouldBe(1);
        await revived.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    [Theory, OnPostgres]
    public async Task Two_nodes_send_each_delivery_once(DatabaseProvider provider)
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(provider);
        await using var receiver = await ScriptedServer.StartAsync();
        receiver.On(Hook, new ScriptedReply(200, "ok"));
        string[] settings = [.. DeliveryHost.Settings(receiver.Address), .. database.Settings.SelectMany(pair => new[] { $"--{pair.Key}", pair.Value! })];
        var (one, two) = (new HostFixture(), new HostFixture());
        await Task.WhenAll(one.StartAsync(settings), two.StartAsync(settings));
        var outbox = one.Services.GetRequiredService<DeliveryRepository>();

        for (var index = 0; index < 60; index++)
        {
            await outbox.EnqueueAsync(new("hook", $"alert/{index}", DeliveryHost.Payload), default);
        }

        await receiver.RequestsOf(Hook, 60);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        receiver.Requests.Select(request => request.Headers["Idempotency-Key"].ToString()).Distinct().Count().ShouldBe(60);
        receiver.Requests.Count.ShouldBe(60);
        await one.DisposeAsync();
        await two.DisposeAsync();
    }

    private static async Task EnqueueAsync(string data)
    {
        await using var services = ServiceHost.BuildData(["--data", data]);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        await services.GetRequiredService<DeliveryRepository>().EnqueueAsync(new("hook", "alert/1", DeliveryHost.Payload), default);
    }
}
