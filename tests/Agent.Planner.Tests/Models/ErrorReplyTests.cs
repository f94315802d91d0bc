using System.Text;
using PromptLab.Planner.Models;
using PromptLab.Testing.Http;

namespace PromptLab.Planner.Tests.Models;

/// <summary>Failed exchanges that are not as tidy as the protocols have them.</summary>
public sealed class ErrorReplyTests
{
    private const string Route = "POST /v1/chat/completions";

    [Theory]
    [InlineData("Retry-After", "Wed, 15 Jan 2025 11:00:25 GMT", 25)]
    [InlineData("Retry-After", "12", 12)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    public async Task The_wait_is_read_in_every_form(string header, string value, double seconds)
    {
        var exception = await FailAsync(ScriptedReply.Failure(429).With(header, value));

        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_failure_without_a_wait_names_none()
    {
        var exception = await FailAsync(ScriptedReply.Failure(429));

        exception.RetryAfter.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("[1]")]
    [InlineData("{\"detail\":\"x\"}")]
    public async Task A_body_that_is_no_error_object_is_no_obstacle(string body)
    {
        var exception = await FailAsync(new ScriptedReply(502, body));

        (exception.Failure, exception.UpstreamMessage).ShouldBe((ModelFailure.Unavailable, null));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_obstacle()
    {
        var exception = await FailAsync(new ScriptedReply(503, """{"error":{"message":"busy"}}""") { BreakAfter = 10 });

        exception.Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Fact]
    public async Task What_the_provider_says_is_shortened()
    {
        var exception = await FailAsync(new ScriptedReply(400, $$$"""{"error":{"message":"{{{new string('x', 40_000)}}}"}}"""));

        exception.UpstreamMessage.ShouldBeNull();
        ModelErrorReply.Parse(Encoding.UTF8.GetBytes($$$"""{"error":"{{{new string('x', 4_000)}}}"}""")).Message!.Length.ShouldBe(500);
    }

    private static async Task<ModelException> FailAsync(ScriptedReply reply)
    {
        await using var server = await ScriptedServer.StartAsync();
        server.On(Route, reply);
        await using var model = await ModelFixture.OpenAiAsync(("BaseAddress", new Uri(server.Address, "v1").AbsoluteUri));
        return await Should.ThrowAsync<ModelException>(() => model.AskAsync());
    }
}
