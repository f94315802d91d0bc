using System.Net;
using PromptLab.Planner.Models;
using PromptLab.Testing.Models;

namespace PromptLab.Planner.Tests.Models;

public sealed class RetryTests
{
    private static readonly (string, string) TwoRetries = ("Retries", "2");

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_passing_fault_is_tried_again(HttpStatusCode status)
    {
        await using var model = await ModelFixture.OpenAiAsync(TwoRetries);
        model.Server.Then(ModelReply.Fails(status), ModelReply.Fails(status), ModelReply.Says("there"));

        var answer = model.AskAsync();
        await PassRetryDelayAsync(model, TimeSpan.FromMilliseconds(500));
        await PassRetryDelayAsync(model, TimeSpan.FromSeconds(1));

        (await answer)[0].Text.ShouldBe("there");
    }

    [Fact]
    public async Task The_last_fault_is_reported_when_retries_are_used_up()
    {
        await using var model = await ModelFixture.OpenAiAsync(("Retries", "1"));
        model.Server.Then(ModelReply.Fails(HttpStatusCode.BadGateway), ModelReply.Fails(HttpStatusCode.TooManyRequests));

        var answer = model.AskAsync();
        await PassRetryDelayAsync(model, TimeSpan.FromMilliseconds(500));

        (await Should.ThrowAsync<ModelException>(() => answer)).Failure.ShouldBe(ModelFailure.RateLimited);
    }

    [Fact]
    public async Task The_wait_that_the_provider_asks_for_is_kept()
    {
        await using var model = await ModelFixture.OpenAiAsync(TwoRetries);
        model.Server.Then(ModelReply.Fails(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(5)), ModelReply.Says("there"));

        var answer = model.AskAsync();
        var wait = await model.Clock.TimerWithin(TimeSpan.FromSeconds(8));
        model.Clock.Advance(wait);

        wait.ShouldBe(TimeSpan.FromSeconds(5));
        (await answer)[0].Text.ShouldBe("there");
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "invalid_api_key")]
    [InlineData(HttpStatusCode.BadRequest, "unsupported_value")]
    [InlineData(HttpStatusCode.TooManyRequests, "insufficient_quota")]
    public async Task A_lasting_fault_is_not_tried_again(HttpStatusCode status, string code)
    {
        await using var model = await ModelFixture.OpenAiAsync(TwoRetries);
        model.Server.Then(ModelReply.Fails(status, code));

        await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        model.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_long_wait_is_not_waited_for()
    {
        await using var model = await ModelFixture.OpenAiAsync(TwoRetries);
        model.Server.Then(ModelReply.Fails(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(60)));

        var exception = await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Nothing_is_tried_again_once_something_was_said()
    {
        await using var model = await ModelFixture.OpenAiAsync(TwoRetries);
        model.Server.Then(ModelReply.Says("half").ThenError("server_error"), ModelReply.Says("again"));

        await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        model.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_fails_before_it_says_anything_is_tried_again()
    {
        await using var model = await ModelFixture.AnthropicAsync(TwoRetries);
        // The message has begun, with its usage, when the error comes.
        model.Server.Then(ModelReply.Says("").ThenError("overloaded_error"), ModelReply.Says("there"));

        var answer = model.AskAsync();
        await PassRetryDelayAsync(model, TimeSpan.FromMilliseconds(500));

        string.Concat((await answer).Select(u => u.Text)).ShouldBe("there");
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_retry()
    {
        await using var model = await ModelFixture.OpenAiAsync(TwoRetries);
        model.Server.Then(ModelReply.Fails(HttpStatusCode.ServiceUnavailable));
        using var stop = new CancellationTokenSource();

        var answer = model.Client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "hi")], cancellationToken: stop.Token);
        await model.Clock.TimerWithin(TimeSpan.FromMilliseconds(500));
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => answer);
    }

    private static async Task PassRetryDelayAsync(ModelFixture model, TimeSpan longest)
    {
        var wait = await model.Clock.TimerWithin(longest);
        wait.ShouldBeGreaterThanOrEqualTo(longest / 2);
        model.Clock.Advance(wait);
    }
}
