using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PromptLab.Testing.Http;

namespace PromptLab.Host.Tests.Deliveries;

public sealed class DeliveryTests : IAsyncLifetime
{
    private const string Hook = "POST /hook";
    private static readonly ScriptedReply Taken = new(200, "ok");

    private readonly DeliveryHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_webhook_receives_the_payload_signed()
    {
        host.Receiver.On(Hook, Taken);

        var delivery = await host.WhenAsync(await host.SendAsync("hook"), "delivered");

        var request = host.Receiver.Requests.ShouldHaveSingleItem();
        request.Body.ShouldBe(DeliveryHost.Payload);
        var signed = Encoding.UTF8.GetBytes($"{request.Headers["X-PromptLab-Timestamp"]}.{request.Body}");
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(DeliveryHost.Secret), signed));
        request.Headers["X-PromptLab-Signature"].ToString().ShouldBe($"v1={expected}");
        request.Headers["Idempotency-Key"].ToString().ShouldBe(delivery.GetProperty("id").GetString());
        request.Headers["X-PromptLab-Delivery"].ToString().ShouldBe(delivery.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Slack_receives_blocks()
    {
        host.Receiver.On("POST /slack", Taken);

        await host.WhenAsync(await host.SendAsync("team"), "delivered");

        var message = JsonElement.Parse(host.Receiver.Requests.ShouldHaveSingleItem().Body);
        message.GetProperty("text").GetString().ShouldBe("Default pages");
        message.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("type").GetString())
            .ShouldBe(["header", "section", "section"]);
    }

    [Fact]
    public async Task A_receiver_in_trouble_gets_it_again_with_the_same_id()
    {
        host.Receiver.On(Hook, ScriptedReply.Failure(500), ScriptedReply.Silence, new ScriptedReply(200, "cut") { BreakAfter = 0 }, Taken);

        var key = await host.SendAsync("hook");
        await host.Receiver.RequestsOf(Hook, 2);
        host.Clock.EndWaitsOf(DeliveryHost.Timeout);
        var delivery = await host.WhenAsync(key, "delivered");

        delivery.GetProperty("attempts").GetInt32().ShouldBeInRange(3, 4);
        host.Receiver.Requests.Select(request => request.Headers["Idempotency-Key"].ToString()).Distinct()
            .ShouldBe([delivery.GetProperty("id").GetString()!]);
    }

    [Fact]
    public async Task A_receiver_that_asks_for_a_pause_gets_it()
    {
        host.Receiver.On(Hook, ScriptedReply.Failure(429).With("Retry-After", "2"), Taken);
        var before = TimeProvider.System.GetTimestamp();

        await host.WhenAsync(await host.SendAsync("hook"), "delivered");

        TimeProvider.System.GetElapsedTime(before).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.8));
    }

    [Fact]
    public async Task A_receiver_that_is_away_for_good_is_given_up_and_the_operators_are_told()
    {
        host.Receiver.On(Hook, ScriptedReply.Failure(500));

        var delivery = await host.WhenAsync(await host.SendAsync("hook"), "failed");

        delivery.GetProperty("attempts").GetInt32().ShouldBe(4);
        delivery.GetProperty("last_error").GetString().ShouldBe("The receiver answered 500.");
        (await host.NoticesAsync()).ShouldContain($"Channel “hook” did not take delivery {delivery.GetProperty("id")}");
    }

    [Theory]
    [InlineData(404, "The receiver answered 404.")]
    [InlineData(302, "The receiver answered 302. Redirects are not followed.")]
    public async Task What_a_receiver_refuses_is_not_sent_again(int status, string error)
    {
        host.Receiver.On(Hook, new ScriptedReply(status, "").With("Location", "/elsewhere"));

        var delivery = await host.WhenAsync(await host.SendAsync("hook"), "failed");

        delivery.GetProperty("last_error").GetString().ShouldBe(error);
        host.Receiver.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_told_to_the_operators()
    {
        var delivery = await host.WhenAsync(await host.SendAsync("nobody"), "failed");

        delivery.GetProperty("last_error").GetString().ShouldBe("The channel is not configured any more.");
        (await host.NoticesAsync()).ShouldContain("nobody");
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?status=lost")]
    [InlineData("?cursor=xx")]
    public async Task A_question_that_makes_no_sense_is_refused(string query)
    {
        using var reply = await host.Client.GetAsync($"/api/v1/deliveries{query}");

        reply.StatusCode.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest);
    }
}
