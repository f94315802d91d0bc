using PromptLab.Everflow.Networks;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Networks;

public sealed class NetworkClientTests
{
    [Theory]
    [InlineData("""{"network_id":1,"name":"Own","currency_id":"EUR","timezone_id":57}""")]
    [InlineData("""{"network_id":1,"name":"Own","default_currency_id":"EUR","reporting_timezone_id":57}""")]
    public async Task The_account_of_the_key_is_read_in_both_spellings(string reply)
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks", ScriptedReply.Json(reply));

        var account = await network.Get<NetworkClient>().GetAsync(CancellationToken.None);

        account.ShouldBe(new NetworkAccount(1, "Own", "EUR", 57));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"network_id":0}""")]
    public async Task A_reply_without_a_network_is_malformed(string reply)
    {
        await using var network = await Network.StartAsync();
        network.Server.On("GET /v1/networks", ScriptedReply.Json(reply));

        var ask = () => network.Get<NetworkClient>().GetAsync(CancellationToken.None);

        (await ask.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.MalformedReply);
    }
}
