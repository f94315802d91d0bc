using Microsoft.Extensions.Logging;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests;

public sealed class LoggingTests : IDisposable
{
    private readonly RecordedLog _log = new();

    [Fact]
    public async Task A_call_that_succeeds_is_no_louder_than_debug()
    {
        await using var network = await Network.StartAsync(log: _log);
        network.Server.On("GET /v1/networks/offers/1", ScriptedReply.Json("""{"network_offer_id":1,"name":"Secret Name"}"""));

        await network.Get<OffersClient>().FindAsync(1, CancellationToken.None);

        _log.Lines.ShouldAllBe(line => line.Level <= LogLevel.Debug);
        _log.Lines.ShouldContain(line => line.Text.Contains("offers.find"));
    }

    [Fact]
    public async Task A_failure_is_logged_once_under_its_reference()
    {
        await using var network = await Network.StartAsync(log: _log);
        network.Server.On("GET /v1/networks/offers/1", ScriptedReply.Failure(403));

        var failure = await Should.ThrowAsync<EverflowException>(() => network.Get<OffersClient>().FindAsync(1, CancellationToken.None));

        var line = _log.Lines.Where(line => line.Level > LogLevel.Debug).ShouldHaveSingleItem();
        line.Text.ShouldContain(failure.CorrelationId);
        line.Text.ShouldContain("RejectedKey");
    }

    [Fact]
    public async Task Neither_keys_nor_links_nor_names_nor_replies_are_logged()
    {
        await using var network = await Network.StartAsync(log: _log);
        network.Server
            .On(
                "POST /v1/networks/tracking/offers/clicks",
                ScriptedReply.Json("""{"url":"https://secret-link.test/"}"""),
                ScriptedReply.Failure(400, "secret words"),
                ScriptedReply.Json("{\"url\":\"secret broken"))
            .On("POST /v1/networks/offerstable", ScriptedReply.Failure(500, "secret words"), ScriptedReply.Json("""{"offers":[]}"""));
        var links = network.Get<TrackingLinksClient>();

        await links.CreateAsync(new(1, 2) { Sub1 = "secret-sub" }, CancellationToken.None);
        await Should.ThrowAsync<EverflowException>(() => links.CreateAsync(new(1, 2), CancellationToken.None));
        await Should.ThrowAsync<EverflowException>(() => links.CreateAsync(new(1, 2), CancellationToken.None));
        await network.Get<OffersClient>().SearchAsync("secret name", CancellationToken.None);

        _log.Lines.ShouldNotBeEmpty();
        _log.Lines.ShouldAllBe(line => !line.Text.Contains("secret", StringComparison.OrdinalIgnoreCase) && !line.Text.Contains("test-key"));
    }

    public void Dispose() => _log.Dispose();
}
