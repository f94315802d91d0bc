using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Deliveries;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Deliveries;

public sealed class EnqueueTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_is_enqueued_once(DatabaseProvider provider)
    {
        var database = (await databases.OnAsync(provider)).GetRequiredService<IDatabase>();
        var delivery = new NewDelivery("team", $"alert/{Guid.NewGuid()}", """{"title":"A","text":"B"}""");

        var first = await EnqueueAsync();
        var second = await EnqueueAsync();

        (first, second).ShouldBe((true, false));

        Task<bool> EnqueueAsync() => database.WriteAsync(
            (connection, token) => connection.EnqueueDeliveryAsync(delivery, DateTimeOffset.UnixEpoch, token), default);
    }
}
